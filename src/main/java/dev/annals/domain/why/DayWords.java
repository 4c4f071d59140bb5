package dev.annals.domain.why;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.date.Margin;

/** Days and dates in words, to follow a verb. */
final class DayWords {

    private DayWords() {}

    /** {@code between 1961-10-01 and 1961-10-31 (written 1961-10)}. */
    static String when(EdtfDate date) {
        String when = when(date.bounds());
        boolean isPlain = date.text().equals(date.bounds().earliest().toString());
        String doubt = date.margin() == Margin.NONE ? "" : ", doubtful";
        return isPlain ? when : when + " (written " + date.text() + doubt + ")";
    }

    static String when(Bounds bounds) {
        return bounds.isImprecise() ? between(bounds) : "on " + bounds.earliest();
    }

    private static String between(Bounds bounds) {
        if (!bounds.earliest().isBounded()) {
            return bounds.latest().isBounded()
                    ? "on " + bounds.latest() + " or before"
                    : "at an unknown time";
        }
        return bounds.latest().isBounded()
                ? "between " + bounds.earliest() + " and " + bounds.latest()
                : "on " + bounds.earliest() + " or after";
    }

    static String range(Bounds bounds) {
        return (bounds.earliest().isBounded() ? bounds.earliest() : "an unknown day")
                + " to "
                + (bounds.latest().isBounded() ? bounds.latest() : "an unknown day");
    }

    static String asLateAs(Day day) {
        return day.isBounded() ? "as late as " + day : "at any later time";
    }

    static String asEarlyAs(Day day) {
        return day.isBounded() ? "as early as " + day : "at any earlier time";
    }
}
