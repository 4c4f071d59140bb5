package dev.annals.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.FactReader;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.Oracle;
import dev.annals.oracle.PlainSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a replay has to tell, by the letter of the contract: the facts in effect by (earliest,
 * latest, position), and with each one the spans that, as the oracle has it, it begins and ends.
 */
final class Expected {

    /** What is told of one fact. */
    record Told(long position, JsonNode fact, List<String> ended, List<String> began) {}

    private final List<RecordedFact> seen;
    private final List<PlainSpan> spans;
    private final Map<String, Long> positions = new HashMap<>();

    Expected(List<RecordedFact> log, long known) {
        this.seen = log.stream().filter(f -> f.position() <= known).toList();
        this.spans = new Oracle(log, known).spans();
        log.forEach(f -> positions.put(f.id().toString(), f.position()));
    }

    /**
     * @param range empty for the timeline's own
     */
    List<Told> told(Optional<Bounds> range) {
        List<RecordedFact> facts = new ArrayList<>();
        for (RecordedFact fact : seen) {
            inEffect(fact).filter(f -> isIn(f, range)).ifPresent(facts::add);
        }
        Comparator<RecordedFact> order = Comparator.comparing(Expected::bounds);
        facts.sort(order.thenComparing(RecordedFact::position));
        return facts.stream().map(this::told).toList();
    }

    /** What was really told of a fact, in the same words. */
    Told told(Playback.Seen event) {
        ObjectNode fact = event.fact().deepCopy();
        long position = fact.get("position").longValue();
        fact.remove(FactReader.SERVER_FIELDS);
        return new Told(position, fact, spans(event, "ended"), spans(event, "began"));
    }

    private Told told(RecordedFact fact) {
        return new Told(
                fact.position(),
                FactWriter.write(fact),
                spans(fact, PlainSpan::ends),
                spans(fact, PlainSpan::begins));
    }

    private List<String> spans(RecordedFact fact, Function<PlainSpan, List<Long>> role) {
        return spans.stream()
                .filter(span -> role.apply(span).contains(fact.position()))
                .map(SpanWords::of)
                .sorted()
                .toList();
    }

    private List<String> spans(Playback.Seen event, String turn) {
        List<String> told = new ArrayList<>();
        for (JsonNode span : event.data().get(turn)) {
            told.add(SpanWords.of(span, positions));
        }
        return told.stream().sorted().toList();
    }

    private Optional<RecordedFact> inEffect(RecordedFact fact) {
        if (!(fact.fact() instanceof Fact.Dated) || isRetracted(fact)) {
            return Optional.empty();
        }
        RecordedFact content = fact;
        for (RecordedFact other : seen) {
            if (other.fact() instanceof Fact.FactCorrected correction
                    && correction.fact().equals(fact.id())
                    && !isRetracted(other)) {
                content = fact.saying(correction.with());
            }
        }
        return Optional.of(content);
    }

    private boolean isRetracted(RecordedFact fact) {
        return seen.stream()
                .anyMatch(
                        other ->
                                other.fact() instanceof Fact.FactRetracted retraction
                                        && retraction.fact().equals(fact.id())
                                        && !isRetracted(other));
    }

    private static boolean isIn(RecordedFact fact, Optional<Bounds> range) {
        return range.isEmpty()
                || bounds(fact).earliest().isBounded()
                        && !bounds(fact).earliest().isBefore(range.get().earliest())
                        && !bounds(fact).earliest().isAfter(range.get().latest());
    }

    private static Bounds bounds(RecordedFact fact) {
        return ((Fact.Dated) fact.fact()).date().bounds();
    }
}
