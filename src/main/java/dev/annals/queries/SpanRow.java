package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Certainty;
import dev.annals.domain.span.Moment;
import dev.annals.domain.span.Period;
import dev.annals.domain.span.Span;
import dev.annals.views.EvidenceJson;
import dev.annals.views.SpanKind;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Objects;
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

    /** Whether the answers are the same, labels aside, which are those of their time. */
    boolean isAnsweredAs(SpanRow other) {
        return Objects.equals(office, other.office)
                && Objects.equals(person, other.person)
                && Objects.equals(place, other.place)
                && Objects.equals(name, other.name)
                && acting == other.acting
                && period.since().equals(other.period.since())
                && period.until().equals(other.period.until())
                && facts.equals(other.facts);
    }

    /** Of the office, the person whose body, or the place that this is a span of. */
    String slug() {
        return switch (kind) {
            case TENURE, STANDING -> office;
            case RESTING_PLACE -> person;
            case PLACE_NAME -> place;
        };
    }

    /**
     * A span that stands in no view; how many seats an office has is not said.
     *
     * @param labels of what it names
     */
    static SpanRow of(Span span, Labels.Known labels) {
        Optional<Subject> office = Optional.empty();
        Optional<Subject> person = Optional.empty();
        Optional<Subject> place = Optional.empty();
        switch (span) {
            case Span.Tenure t -> {
                office = Optional.of(Subject.office(t.office()));
                person = Optional.of(Subject.person(t.person()));
            }
            case Span.RestingPlace r -> {
                person = Optional.of(Subject.person(r.person()));
                place = Optional.of(Subject.place(r.place()));
            }
            case Span.PlaceName n -> place = Optional.of(Subject.place(n.place()));
            case Span.Standing s -> office = Optional.of(Subject.office(s.office()));
        }
        return new SpanRow(
                SpanKind.of(span),
                span.openedBy(),
                span.isBefore(),
                slug(office),
                office.map(labels::of).orElse(null),
                null,
                slug(person),
                person.map(labels::of).orElse(null),
                slug(place),
                place.map(labels::of).orElse(null),
                span instanceof Span.PlaceName n ? n.name() : null,
                span instanceof Span.Tenure t && t.acting(),
                span.period(),
                EvidenceJson.of(span.period().evidence()));
    }

    private static String slug(Optional<Subject> subject) {
        return subject.map(s -> s.slug().value()).orElse(null);
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
