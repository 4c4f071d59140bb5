package dev.annals.formats;

import dev.annals.domain.date.Bounds;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A day, a month or a year of the calendar.
 *
 * @param first its first day
 */
public record CalendarDate(LocalDate first, Precision precision) {

    /** How much of the calendar is meant. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    /** The one that has just these bounds, if any. */
    public static Optional<CalendarDate> of(Bounds bounds) {
        return around(bounds)
                .filter(date -> date.first.toEpochDay() == bounds.earliest().epochDay())
                .filter(date -> date.lastDay().toEpochDay() == bounds.latest().epochDay());
    }

    /** The shortest one that begins no later and ends no earlier than the bounds, if any. */
    public static Optional<CalendarDate> around(Bounds bounds) {
        if (!bounds.earliest().isBounded() || !bounds.latest().isBounded()) {
            return Optional.empty();
        }
        LocalDate from = LocalDate.ofEpochDay(bounds.earliest().epochDay());
        LocalDate to = LocalDate.ofEpochDay(bounds.latest().epochDay());
        if (from.equals(to)) {
            return Optional.of(new CalendarDate(from, Precision.DAY));
        }
        if (from.getYear() != to.getYear()) {
            return Optional.empty();
        }
        return Optional.of(
                from.getMonth() == to.getMonth()
                        ? new CalendarDate(from.withDayOfMonth(1), Precision.MONTH)
                        : new CalendarDate(from.withDayOfYear(1), Precision.YEAR));
    }

    public LocalDate lastDay() {
        return switch (precision) {
            case DAY -> first;
            case MONTH -> first.with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> first.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    public boolean isWithinYears(int least, int most) {
        return first.getYear() >= least && first.getYear() <= most;
    }

    /** {@code 1958-03-27}, {@code 1958-03} or {@code 1958}, for the years 0 to 9999. */
    public String isoText() {
        String day = first.toString();
        return switch (precision) {
            case DAY -> day;
            case MONTH -> day.substring(0, day.length() - 3);
            case YEAR -> day.substring(0, day.length() - 6);
        };
    }
}
