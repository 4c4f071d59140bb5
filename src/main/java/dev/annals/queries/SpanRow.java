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
import java.util.Comparator;
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

    public static final Comparator<SpanRow> BY_BEGIN =
            Comparator.<SpanRow, Bounds>comparing(s -> s.period().since().bounds())
                    .thenComparingLong(SpanRow::openedBy)
                    .thenComparing(SpanRow::before, Comparator.reverseOrder());

    /**
     * The columns of a span {@code s} of the timeline {@code $1}, in the order in which {@link
     * #of(Row)} reads them. Labels are looked up for each span by itself: joined, they depend on
     * what the planner expects, and may cost many times the spans.
     *
     * @param known an expression for the position as of which labels are known
     */
    static String columns(String known) {
        return """
            s.kind, s.opened_by, s.before, s.office, coalesce(%s, s.office) as title,
            coalesce(%s, 1) as seats, s.person, coalesce(%s, s.person) as person_name, s.place,
            coalesce(%s, s.place) as place_name, s.name, coalesce(s.acting, false) as acting, s.is_open,
            s.begin_earliest, s.begin_latest, s.end_earliest, s.end_latest, s.certain_from, s.certain_until,
            s.begin_date, s.end_date, s.facts
            """
                .formatted(
                        described("office", "label", known),
                        described("office", "seats", known),
                        described("person", "label", known),
                        described("place", "label", known));
    }

    /** Of the entity that a span {@code s} names: a column of its description. */
    static String described(String kind, String column, String known) {
        return """
            (
                select e.%2$s from entities e
                where e.timeline = $1 and e.kind = '%1$s' and e.slug = s.%1$s
                    and e.known_from <= %3$s and e.known_until > %3$s
                order by e.known_from desc limit 1
            )"""
                .formatted(kind, column, known);
    }

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

    /** Of a row that has the columns of a span next to each other, somewhere. */
    static SpanRow of(Row row) {
        Cells cells = new Cells(row);
        return new SpanRow(
                SpanKind.of(cells.text()),
                cells.number(),
                cells.flag(),
                cells.text(),
                cells.text(),
                cells.integer(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.flag(),
                period(cells),
                cells.text());
    }

    private static Period period(Cells cells) {
        boolean isOpen = cells.flag();
        Bounds begin = cells.bounds();
        Bounds end = cells.bounds();
        Day certainFrom = cells.day();
        Day certainUntil = cells.day();
        Moment since = new Moment(begin, Optional.ofNullable(cells.text()));
        Moment until = new Moment(end, Optional.ofNullable(cells.text()));
        return new Period(
                since,
                isOpen ? Optional.empty() : Optional.of(until),
                certainFrom,
                certainUntil,
                List.of());
    }

    /**
     * The columns one after the other: each found by its name would cost as much as all the rest.
     */
    private static final class Cells {
        private final Row row;
        private int next;

        Cells(Row row) {
            this.row = row;
            this.next = row.getColumnIndex("kind");
        }

        String text() {
            return row.getString(next++);
        }

        long number() {
            return row.getLong(next++);
        }

        Integer integer() {
            return row.getInteger(next++);
        }

        boolean flag() {
            return row.getBoolean(next++);
        }

        Day day() {
            return new Day(number());
        }

        Bounds bounds() {
            return new Bounds(day(), day());
        }
    }
}
