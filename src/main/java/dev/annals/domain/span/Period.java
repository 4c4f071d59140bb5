package dev.annals.domain.span;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time with an imprecise begin and end; the begin is inclusive, the end exclusive.
 *
 * @param until empty while open
 * @param certainFrom the first day on which it has certainly begun; {@link Day#AFTER_ALL} if there
 *     is none
 * @param certainUntil the first day on which it may have ended, any margin of doubt included;
 *     {@link Day#AFTER_ALL} while open
 * @param evidence the facts that begin, end and limit it
 */
public record Period(
        Moment since,
        Optional<Moment> until,
        Day certainFrom,
        Day certainUntil,
        List<Evidence> evidence) {

    public Period {
        evidence = List.copyOf(evidence);
    }

    /**
     * How sure it is that this covers the days from the question's earliest to its latest; empty if
     * not at all.
     */
    public Optional<Certainty> on(Bounds question) {
        if (isCertain(question)) {
            return Optional.of(Certainty.CERTAIN);
        }
        return isPossible(question) ? Optional.of(Certainty.POSSIBLE) : Optional.empty();
    }

    private boolean isCertain(Bounds question) {
        return !certainFrom.isAfter(question.earliest())
                && (until.isEmpty() || certainUntil.isAfter(question.latest()));
    }

    private boolean isPossible(Bounds question) {
        return !since.bounds().earliest().isAfter(question.latest())
                && (until.isEmpty() || until.get().bounds().latest().isAfter(question.earliest()));
    }
}
