package dev.annals.views;

import dev.annals.domain.fact.Slug;
import dev.annals.domain.span.Moment;
import dev.annals.domain.span.Span;
import java.util.List;
import java.util.function.Function;

/** Spans as rows of the table {@code spans}. */
final class SpanRows {

    static final String INSERT =
            """
            insert into spans (timeline, kind, opened_by, before, office, person, place, name, acting,
                is_open, begin_earliest, begin_latest, end_earliest, end_latest, certain_from,
                certain_until, begin_date, end_date, facts, known_from, known_until)
            select $1, * from unnest($2::text[], $3::bigint[], $4::boolean[], $5::text[], $6::text[],
                $7::text[], $8::text[], $9::boolean[], $10::boolean[], $11::bigint[], $12::bigint[],
                $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[], $17::text[], $18::text[],
                $19::text[], $20::bigint[], $21::bigint[])
            """;

    /**
     * Row by row through the primary key: joined, a planner with old statistics might read the
     * whole table.
     */
    static final String CLOSE =
            """
            update spans s set known_until = closing.known_until
            from (
                select c.known_until, (
                    select s.ctid from spans s
                    where s.timeline = $1 and s.opened_by = c.opened_by and s.kind = c.kind
                        and s.before = c.before and s.known_until = 9223372036854775807
                ) as place
                from unnest($2::bigint[], $3::text[], $4::boolean[], $5::bigint[])
                    as c (opened_by, kind, before, known_until)
            ) closing
            where s.ctid = closing.place
            """;

    private SpanRows() {}

    static Columns<Version<SpanKey, Span>> inserted(
            int timeline, List<Version<SpanKey, Span>> rows) {
        return new Columns<>(timeline, rows)
                .texts(row -> row.key().kind().word())
                .numbers(row -> row.key().openedBy())
                .flags(row -> row.key().before())
                .texts(of(SpanRows::office))
                .texts(of(SpanRows::person))
                .texts(of(SpanRows::place))
                .texts(of(span -> span instanceof Span.PlaceName n ? n.name() : null))
                .flags(of(span -> span instanceof Span.Tenure t ? t.acting() : null))
                .flags(of(span -> span.period().until().isEmpty()))
                .numbers(of(span -> span.period().since().bounds().earliest().epochDay()))
                .numbers(of(span -> span.period().since().bounds().latest().epochDay()))
                .numbers(of(SpanRows::endEarliest))
                .numbers(of(SpanRows::endLatest))
                .numbers(of(span -> span.period().certainFrom().epochDay()))
                .numbers(of(span -> span.period().certainUntil().epochDay()))
                .texts(of(span -> span.period().since().date().orElse(null)))
                .texts(of(span -> span.period().until().flatMap(Moment::date).orElse(null)))
                .texts(of(span -> EvidenceJson.of(span.period().evidence())))
                .numbers(Version::knownFrom)
                .numbers(Version::knownUntil);
    }

    static Columns<Version.Closing<SpanKey>> closed(
            int timeline, List<Version.Closing<SpanKey>> closings) {
        return new Columns<>(timeline, closings)
                .numbers(closing -> closing.key().openedBy())
                .texts(closing -> closing.key().kind().word())
                .flags(closing -> closing.key().before())
                .numbers(Version.Closing::knownUntil);
    }

    private static <T> Function<Version<SpanKey, Span>, T> of(Function<Span, T> column) {
        return row -> column.apply(row.value());
    }

    private static String office(Span span) {
        return switch (span) {
            case Span.Tenure t -> t.office().value();
            case Span.Standing s -> s.office().value();
            case Span.RestingPlace _, Span.PlaceName _ -> null;
        };
    }

    private static String person(Span span) {
        Slug person =
                switch (span) {
                    case Span.Tenure t -> t.person();
                    case Span.RestingPlace r -> r.person();
                    case Span.Standing _, Span.PlaceName _ -> null;
                };
        return person == null ? null : person.value();
    }

    private static String place(Span span) {
        return switch (span) {
            case Span.RestingPlace r -> r.place().value();
            case Span.PlaceName n -> n.place().value();
            case Span.Tenure _, Span.Standing _ -> null;
        };
    }

    private static Long endEarliest(Span span) {
        return span.period()
                .until()
                .map(end -> end.bounds().earliest().epochDay())
                .orElse(Long.MAX_VALUE);
    }

    private static Long endLatest(Span span) {
        return span.period()
                .until()
                .map(end -> end.bounds().latest().epochDay())
                .orElse(Long.MAX_VALUE);
    }
}
