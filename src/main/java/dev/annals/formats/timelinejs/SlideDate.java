package dev.annals.formats.timelinejs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.span.Moment;
import dev.annals.formats.CalendarDate;
import dev.annals.formats.CalendarDate.Precision;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a slide begins and ends on the axis, and what is shown for it.
 *
 * @param shown instead of what TimelineJS makes of the dates, which is right only for those that
 *     the calendar says just so
 */
record SlideDate(CalendarDate start, Optional<CalendarDate> end, Optional<String> shown) {

    /** Beyond, TimelineJS changes to another scale, without months and days, for all slides. */
    private static final int FIRST_YEAR = -271_820;

    private static final int LAST_YEAR = 275_759;

    /** When something happened; empty if it has no place on the axis. */
    static Optional<SlideDate> at(Moment moment) {
        return placed(moment, Optional.of(moment), plain(moment) ? null : text(moment));
    }

    /**
     * From one moment to another, or on and on; empty if it has no place on the axis.
     *
     * @param latest the day that what is open reaches to, if the axis has it: without an end,
     *     TimelineJS draws a point
     */
    static Optional<SlideDate> between(Moment since, Optional<Moment> until, Optional<Day> latest) {
        if (until.isEmpty()) {
            return placed(since, latest.flatMap(SlideDate::onAxis), "since " + text(since));
        }
        boolean isPlain = plain(since) && plain(until.get());
        return placed(since, until, isPlain ? null : text(since) + " – " + text(until.get()));
    }

    private static Optional<Moment> onAxis(Day day) {
        return day(day).filter(SlideDate::isOnAxis)
                .map(_ -> new Moment(new Bounds(day, day), Optional.empty()));
    }

    private static Optional<SlideDate> placed(Moment since, Optional<Moment> until, String shown) {
        Optional<CalendarDate> exact = CalendarDate.of(since.bounds());
        Optional<CalendarDate> start = exact.or(() -> first(since.bounds()));
        boolean isOneDate = exact.isPresent() && until.filter(since::equals).isPresent();
        Optional<CalendarDate> end =
                until.filter(_ -> !isOneDate)
                        .map(Moment::bounds)
                        .flatMap(bounds -> CalendarDate.of(bounds).or(() -> last(bounds)))
                        .filter(date -> isAfter(date, start));
        boolean isOnAxis =
                start.filter(SlideDate::isOnAxis).isPresent()
                        && end.filter(date -> !isOnAxis(date)).isEmpty();
        return isOnAxis
                ? Optional.of(new SlideDate(start.get(), end, Optional.ofNullable(shown)))
                : Optional.empty();
    }

    private static Optional<CalendarDate> first(Bounds bounds) {
        return day(bounds.earliest()).or(() -> day(bounds.latest()));
    }

    private static Optional<CalendarDate> last(Bounds bounds) {
        return day(bounds.latest()).or(() -> day(bounds.earliest()));
    }

    private static Optional<CalendarDate> day(Day day) {
        return day.isBounded()
                ? Optional.of(new CalendarDate(LocalDate.ofEpochDay(day.epochDay()), Precision.DAY))
                : Optional.empty();
    }

    private static boolean isAfter(CalendarDate date, Optional<CalendarDate> start) {
        return start.filter(s -> date.lastDay().isAfter(s.first())).isPresent();
    }

    private static boolean isOnAxis(CalendarDate date) {
        return date.isWithinYears(FIRST_YEAR, LAST_YEAR);
    }

    private static boolean plain(Moment moment) {
        Optional<CalendarDate> exact =
                CalendarDate.of(moment.bounds()).filter(date -> date.isWithinYears(1, LAST_YEAR));
        return exact.isPresent() && !moment.date().orElse("").matches(".*[?~%].*");
    }

    private static String text(Moment moment) {
        return moment.date().map(SetWords::of).orElseGet(() -> text(moment.bounds()));
    }

    /** For bounds that EDTF has no expression for. */
    private static String text(Bounds bounds) {
        return bounds.equals(Bounds.NONE)
                ? "unknown"
                : SetWords.of(
                        ("[" + bounds.earliest() + ".." + bounds.latest() + "]")
                                .replace("....", ".."));
    }

    void write(JsonGenerator out) throws IOException {
        write(out, "start_date", start);
        if (end.isPresent()) {
            write(out, "end_date", end.get());
        }
        if (shown.isPresent()) {
            out.writeStringField("display_date", Html.escapedTwice(shown.get()));
        }
    }

    private static void write(JsonGenerator out, String field, CalendarDate date)
            throws IOException {
        out.writeObjectFieldStart(field);
        out.writeNumberField("year", date.first().getYear());
        if (date.precision() != Precision.YEAR) {
            out.writeNumberField("month", date.first().getMonthValue());
        }
        if (date.precision() == Precision.DAY) {
            out.writeNumberField("day", date.first().getDayOfMonth());
        }
        out.writeEndObject();
    }
}
