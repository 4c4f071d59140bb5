package dev.annals.replay;

import dev.annals.domain.date.Day;
import java.time.Duration;

/** Which day of history it is so many milliseconds after a replay began. */
final class ReplayClock {

    private final Range range;
    private final double daysPerMilli;

    ReplayClock(Range range, Pace pace) {
        this.range = range;
        this.daysPerMilli =
                switch (pace) {
                    case Pace.Within within -> range.days() / millis(within.duration());
                    case Pace.Speed speed -> speed.daysPerSecond() / 1_000;
                    case Pace.Max _ -> Double.POSITIVE_INFINITY;
                };
    }

    private static double millis(Duration duration) {
        return duration.getSeconds() * 1e3 + duration.getNano() / 1e6;
    }

    /** Whether time passes at all. */
    boolean isRunning() {
        return !Double.isInfinite(daysPerMilli);
    }

    /** When the clock reaches a day; at once for those before the range. */
    long millisAt(Day day) {
        long days =
                day.epochDay() < range.from().epochDay()
                        ? 0
                        : day.epochDay() - range.from().epochDay();
        return (long) Math.ceil(days / daysPerMilli);
    }

    /** When the range is over. */
    long millisAtEnd() {
        return (long) Math.ceil(range.days() / daysPerMilli);
    }

    Day dayAt(long millis) {
        double days = millis * daysPerMilli;
        return days >= range.days() ? range.to() : range.from().plus((long) days);
    }
}
