package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.span.Certainty;
import dev.annals.domain.span.Moment;
import dev.annals.domain.span.Period;
import dev.annals.views.SpanKind;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;

/**
 * A span with the labels of all that it names, as known.
 *
 * @param office its slug; null where the kind of span has none, as the other slugs and labels
 * @param name of a place, where that is what the span is about
 * @param facts behind it, as JSON
 */
public record SpanRow(
        SpanKind kind,
        long openedBy,
        boolean before,
        String office,
        String title,
        Integer seats,
        String person,
        String personName,
        String place,
        String placeName,
        String name,
        boolean acting,
        Period period,
        String facts) {

    static final String COLUMNS =
            """
            s.kind, s.opened_by, s.before, s.office, coalesce(o.label, s.office) as title,
            coalesce(o.seats, 1) as seats, s.person, coalesce(p.label, s.person) as person_name, s.place,
            coalesce(l.label, s.place) as place_name, s.name, coalesce(s.acting, false) as acting, s.is_open,
            s.begin_earliest, s.begin_latest, s.end_earliest, s.end_latest, s.certain_from, s.certain_until,
            s.begin_date, s.end_date, s.facts
            """;

    public Optional<Certainty> on(Bounds question) {
        return period.on(question);
    }

    /** Of the office, the person whose body, or the place that this is a span of. */
    String slug() {
        return switch (kind) {
            case TENURE, STANDING -> office;
            case RESTING_PLACE -> person;
            case PLACE_NAME -> place;
        };
    }

    static SpanRow of(Row row) {
        return new SpanRow(
                SpanKind.of(row.getString("kind")),
                row.getLong("opened_by"),
                row.getBoolean("before"),
                row.getString("office"),
                row.getString("title"),
                row.getInteger("seats"),
                row.getString("person"),
                row.getString("person_name"),
                row.getString("place"),
                row.getString("place_name"),
                row.getString("name"),
                row.getBoolean("acting"),
                period(row),
                row.getString("facts"));
    }

    private static Period period(Row row) {
        Moment since = moment(row, "begin");
        Optional<Moment> until =
                row.getBoolean("is_open") ? Optional.empty() : Optional.of(moment(row, "end"));
        return new Period(
                since, until, day(row, "certain_from"), day(row, "certain_until"), List.of());
    }

    private static Moment moment(Row row, String which) {
        Bounds bounds = new Bounds(day(row, which + "_earliest"), day(row, which + "_latest"));
        return new Moment(bounds, Optional.ofNullable(row.getString(which + "_date")));
    }

    private static Day day(Row row, String column) {
        return new Day(row.getLong(column));
    }
}
