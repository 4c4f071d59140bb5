package dev.annals.replay;

import java.time.Duration;

/** How fast a replay goes. */
public sealed interface Pace {

    /** The whole range takes this long. */
    record Within(Duration duration) implements Pace {
        public Within {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("expected a duration above zero");
            }
        }
    }

    /** So many days of history in a second. */
    record Speed(double daysPerSecond) implements Pace {
        public Speed {
            if (!(daysPerSecond > 0) || Double.isInfinite(daysPerSecond)) {
                throw new IllegalArgumentException("expected days a second, above zero, or max");
            }
        }
    }

    /** As fast as the reader reads. */
    record Max() implements Pace {}
}
