package dev.annals.domain.date;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * A day of the proleptic Gregorian calendar, or one of the two ends beyond all days.
 *
 * @param epochDay days since 1970-01-01 for a day; {@link Long#MIN_VALUE} and {@link
 *     Long#MAX_VALUE} for the ends
 */
public record Day(long epochDay) implements Comparable<Day> {

    /** No lower bound: before every day. */
    public static final Day BEFORE_ALL = new Day(Long.MIN_VALUE);

    /** No upper bound: after every day. */
    public static final Day AFTER_ALL = new Day(Long.MAX_VALUE);

    private static final long FIRST = LocalDate.MIN.toEpochDay();
    private static final long LAST = LocalDate.MAX.toEpochDay();

    /**
     * @throws IllegalArgumentException if the number is neither an end nor a day of the years
     *     −999,999,999 to 999,999,999
     */
    public Day {
        boolean end = epochDay == Long.MIN_VALUE || epochDay == Long.MAX_VALUE;
        if (!end && (epochDay < FIRST || epochDay > LAST)) {
            throw new IllegalArgumentException("no day of the calendar: epoch day " + epochDay);
        }
    }

    public static Day of(LocalDate date) {
        return new Day(date.toEpochDay());
    }

    /**
     * @throws IllegalStateException if this is an end
     */
    LocalDate toLocalDate() {
        if (!isBounded()) {
            throw new IllegalStateException("no day of the calendar: " + this);
        }
        return LocalDate.ofEpochDay(epochDay);
    }

    /** Whether this is a day and not one of the two ends. */
    public boolean isBounded() {
        return epochDay != Long.MIN_VALUE && epochDay != Long.MAX_VALUE;
    }

    /**
     * This day moved by {@code days}, at most to the end in that direction; an end stays where it
     * is.
     */
    public Day plus(long days) {
        if (!isBounded()) {
            return this;
        }
        long moved = Math.clamp(epochDay + days, FIRST - 1, LAST + 1);
        if (moved < FIRST) {
            return BEFORE_ALL;
        }
        return moved > LAST ? AFTER_ALL : new Day(moved);
    }

    public boolean isBefore(Day other) {
        return epochDay < other.epochDay;
    }

    public boolean isAfter(Day other) {
        return epochDay > other.epochDay;
    }

    /** How many days lie from one to the other; empty if either is an end. */
    public static OptionalLong distance(Day from, Day to) {
        return from.isBounded() && to.isBounded()
                ? OptionalLong.of(to.epochDay - from.epochDay)
                : OptionalLong.empty();
    }

    public static Day earlier(Day a, Day b) {
        return b.isBefore(a) ? b : a;
    }

    public static Day later(Day a, Day b) {
        return b.isAfter(a) ? b : a;
    }

    @Override
    public int compareTo(Day other) {
        return Long.compare(epochDay, other.epochDay);
    }

    /** As a record has it, but a fold compares days so often that the way there must be short. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Day day && day.epochDay == epochDay;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(epochDay);
    }

    /**
     * The day as {@code 1958-03-27}, a year beyond four digits with its sign; {@code ..} for an
     * end.
     */
    @Override
    public String toString() {
        return isBounded() ? toLocalDate().toString() : "..";
    }
}
