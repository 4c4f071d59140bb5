package dev.annals.queries;

import dev.annals.views.Replacement;
import java.util.List;

/**
 * What an append would change in the answers, if it were made now.
 *
 * @param known the head as of which the spans before are known
 * @param facts how many are not held yet
 * @param removed spans that would be gone
 * @param changed spans that would be answered differently
 * @param entities what is said of offices, people and places, as JSON
 * @param others how many more spans and entities would differ
 */
public record Effect(
        KnownAt known,
        int facts,
        List<SpanRow> removed,
        List<SpanRow> added,
        List<Revision.Pair> changed,
        List<Replacement<String>> entities,
        int others) {}
