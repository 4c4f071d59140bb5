package dev.annals.domain.span;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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

    /**
     * How sure it is that this began on one of the days, bounds inside; empty if it surely did not.
     * What cannot be bounded is possible at most: a begin without a latest day, or in doubt without
     * limit.
     */
    public Optional<Certainty> beganOn(Bounds days) {
        return moment(since.bounds(), Day.distance(since.bounds().latest(), certainFrom), days);
    }

    /**
     * How sure it is that this ended on one of the days: on the first that it does not cover any
     * more. Empty if it surely did not; an end without an earliest day is possible at most.
     */
    public Optional<Certainty> endedOn(Bounds days) {
        return until.flatMap(
                end ->
                        moment(
                                end.bounds(),
                                Day.distance(certainUntil, end.bounds().earliest()),
                                days));
    }

    /**
     * @param doubt in days, by which the moment may be off on either side; empty if without limit
     */
    private static Optional<Certainty> moment(Bounds moment, OptionalLong doubt, Bounds days) {
        if (moment.earliest().isAfter(days.latest()) || moment.latest().isBefore(days.earliest())) {
            return Optional.empty();
        }
        boolean isCertain =
                doubt.isPresent()
                        && !moment.earliest().plus(-doubt.getAsLong()).isBefore(days.earliest())
                        && !moment.latest().plus(doubt.getAsLong()).isAfter(days.latest());
        return Optional.of(isCertain ? Certainty.CERTAIN : Certainty.POSSIBLE);
    }
}
