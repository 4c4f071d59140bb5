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
            select $1, unnest($2::text[]), unnest($3::bigint[]), unnest($4::boolean[]), unnest($5::text[]),
                unnest($6::text[]), unnest($7::text[]), unnest($8::text[]), unnest($9::boolean[]),
                unnest($10::boolean[]), unnest($11::bigint[]), unnest($12::bigint[]), unnest($13::bigint[]),
                unnest($14::bigint[]), unnest($15::bigint[]), unnest($16::bigint[]), unnest($17::text[]),
                unnest($18::text[]), unnest($19::text[]), unnest($20::bigint[]), unnest($21::bigint[])
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
                from (
                    select unnest($2::bigint[]) as opened_by, unnest($3::text[]) as kind,
                        unnest($4::boolean[]) as before, unnest($5::bigint[]) as known_until
                ) c
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
