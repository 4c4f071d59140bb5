package dev.annals.replay;

import dev.annals.domain.date.Day;

/**
 * The days that a replay plays.
 *
 * @param from inclusive
 * @param to inclusive
 * @param isFromTheStart whether it begins where the timeline does: then facts without an earliest
 *     day belong to it
 * @param isToTheEnd whether it ends where the timeline does: then what is appended later may lie
 *     beyond
 */
public record Range(Day from, Day to, boolean isFromTheStart, boolean isToTheEnd) {

    /**
     * @throws IllegalArgumentException if an end is unbounded, or they run backwards
     */
    public Range {
        if (!from.isBounded() || !to.isBounded() || to.isBefore(from)) {
            throw new IllegalArgumentException("no range: " + from + " to " + to);
        }
    }

    long days() {
        return to.epochDay() - from.epochDay() + 1;
    }

    /**
     * Whether a fact belongs to it that is appended while it is played; open sides stay open then.
     */
    boolean holds(Day earliest) {
        return (isFromTheStart || earliest.isBounded() && !earliest.isBefore(from))
                && (isToTheEnd || !earliest.isAfter(to));
    }
}
