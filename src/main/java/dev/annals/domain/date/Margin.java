package dev.annals.domain.date;

import static java.time.temporal.TemporalAdjusters.lastDayOfYear;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How far a date marked as doubtful ({@code ?}, {@code ~}, {@code %}) may be off. It narrows what
 * is certain and leaves alone what is possible.
 */
public enum Margin {
    NONE(0),
    /** A marked day: a month. */
    DAY(31),
    /** A marked month, season or other part of a year: a year. */
    PART_OF_YEAR(366),
    /** A marked year: ten years. */
    YEAR(3_653),
    /** Anything else that is marked: nothing about it is certain. */
    UNLIMITED(Long.MAX_VALUE);

    private final long days;

    Margin(long days) {
        this.days = days;
    }

    /** The margin of a single marked date, by what its bounds amount to. */
    static Margin ofMarked(Bounds date) {
        if (!date.isImprecise()) {
            return DAY;
        }
        LocalDate first = date.earliest().toLocalDate();
        LocalDate last = date.latest().toLocalDate();
        if (first.getDayOfYear() == 1 && last.equals(first.with(lastDayOfYear()))) {
            return YEAR;
        }
        // No part is longer than a year, although a winter lies in two of them.
        return ChronoUnit.DAYS.between(first, last) < PART_OF_YEAR.days ? PART_OF_YEAR : UNLIMITED;
    }

    /** The day by which a moment given as no later than {@code latest} has certainly come. */
    public Day after(Day latest) {
        return this == UNLIMITED ? Day.AFTER_ALL : latest.plus(days);
    }

    /**
     * The day before which a moment given as no earlier than {@code earliest} has certainly not
     * come.
     */
    public Day before(Day earliest) {
        return this == UNLIMITED ? Day.BEFORE_ALL : earliest.plus(-days);
    }
}
