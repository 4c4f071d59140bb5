package dev.annals.queries;

import dev.annals.domain.entity.Entity;
import dev.annals.domain.why.Account;
import dev.annals.domain.why.Because;
import dev.annals.domain.why.Finding;
import dev.annals.domain.why.Reason;
import dev.annals.domain.why.SetAside;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An answer with all that is behind it.
 *
 * @param described what is asked about, in the order of the question
 * @param answers in the order of the state, the first of them
 * @param not spans of what was asked about that are no answers, the nearest, by begin
 * @param instead what was so in place of the answer
 * @param setAside in order of position
 * @param accounts of the facts behind the spans and descriptions, by id
 * @param otherSpans how many spans are in no list
 * @param otherFacts how many recorded facts, up to the head, touch what was asked about and are in
 *     no list
 */
public record WhyAnswer(
        Finding finding,
        List<Described> described,
        List<Explained> answers,
        List<Not> not,
        List<Instead> instead,
        List<SetAside> setAside,
        Map<UUID, Account> accounts,
        long otherSpans,
        long otherFacts) {

    /**
     * What an entity is.
     *
     * @param reason if a fact in effect describes it
     */
    public record Described(Entity entity, Optional<Reason> reason) {}

    /**
     * A span that is an answer.
     *
     * @param narrowing why its bounds are not those of a fact, where they are not
     * @param certainty why it is certain or only possible
     */
    public record Explained(
            SpanRow span,
            List<Because> because,
            List<Reason> narrowing,
            List<Reason> certainty,
            String footnote) {}

    /** A span that is no answer. */
    public record Not(SpanRow span, Reason reason, String footnote) {}

    /** A span that is so in place of an answer. */
    public record Instead(SpanRow span, String footnote) {}
}
