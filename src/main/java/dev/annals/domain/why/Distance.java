package dev.annals.domain.why;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;

/** How far a moment lies from the days asked about. */
final class Distance {

    private Distance() {}

    /** From one day to a later one; {@link Long#MAX_VALUE} if either is no day. */
    static long days(Day from, Day to) {
        return from.isBounded() && to.isBounded()
                ? to.epochDay() - from.epochDay()
                : Long.MAX_VALUE;
    }

    /** Between two stretches; 0 if they meet. */
    static long days(Bounds moment, Bounds question) {
        if (moment.latest().isBefore(question.earliest())) {
            return days(moment.latest(), question.earliest());
        }
        return moment.earliest().isAfter(question.latest())
                ? days(question.latest(), moment.earliest())
                : 0;
    }
}
