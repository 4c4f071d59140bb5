package dev.annals.domain.conflict;

import dev.annals.domain.date.Day;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;

/** The days from the first to the last on which something may have happened, all doubt included. */
record Reading(Day first, Day last) {

    static Reading of(Effective<? extends Fact.Dated> fact) {
        EdtfDate date = fact.content().date();
        return new Reading(
                date.margin().before(date.bounds().earliest()),
                date.margin().after(date.bounds().latest()));
    }

    /** Whether no day can be read into both, and this comes first. */
    boolean isSurelyBefore(Reading other) {
        return last.isBefore(other.first);
    }

    /** How many days later the other came at least; 0 unless this is surely before it. */
    long daysUntil(Reading other) {
        return isSurelyBefore(other) ? other.first.epochDay() - last.epochDay() : 0;
    }
}
