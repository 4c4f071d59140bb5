package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.span.Certainty;
import dev.annals.queries.Spans.Narrowing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What began and ended between two dates, in order of date. A page is looked for in stretches of
 * time that grow while they are empty, so that it costs what a state costs and not what the whole
 * range holds.
 */
@ApplicationScoped
public class ChangesBetween {

    private static final long FIRST_STRETCH_DAYS = 31;
    private static final int GROWTH = 8;

    /** The begin or the end of a span. */
    public record Turn(SpanRow span, boolean isBegin) {

        /** How sure it is that it came on one of the days. */
        public Optional<Certainty> on(Bounds days) {
            return isBegin ? span.period().beganOn(days) : span.period().endedOn(days);
        }
    }

    /**
     * @param next the place after which the next page begins; empty on the last one
     */
    public record Page(List<Turn> turns, Optional<TurnPlace> next) {}

    private static final String MOMENT =
            """
            select %1$s as is_begin, s.%2$s_earliest as earliest, s.%2$s_latest as latest,
                coalesce(s.office, s.person, s.place) as slug, s.opened_by, s.kind, s.before, s.known_from
            from %3$s s
            where s.timeline = $1 and s.known_from <= $2 and s.known_until > $2 and s.kind <> 'standing'
                and s.%2$s_earliest between $3 and $4 and s.%2$s_latest >= $5 and (%1$s or not s.is_open)
            """;

    private static final String NEAR = Spans.within("$14", "$15", "$2", "$2");

    private static final String NEAR_OF_OFFICE = Spans.ofOffice("$16", "$14", "$15", "$2", "$2");

    private static final String PAGE =
            """
            , page as (
                select * from moments
                where (earliest, latest, is_begin, slug, opened_by, kind, before) > ($6, $7, $8, $9, $10, $11, $12)
                order by earliest, latest, is_begin, slug, opened_by, kind, before limit $13
            )
            select m.is_begin,
            """
                    + SpanRow.columns("$2")
                    + """
            from page m
            cross join lateral
            """
                    + Spans.of("m")
                    + " s"
                    + " order by m.earliest, m.latest, m.is_begin, m.slug, m.opened_by, m.kind, m.before";

    private final Pool pool;
    private final Extent extent;

    ChangesBetween(Pool pool, Extent extent) {
        this.pool = pool;
        this.extent = extent;
    }

    private record Question(
            KnownAt known, Bounds days, Narrowing narrowing, TurnPlace after, int limit) {}

    /**
     * @param days bounds inside
     */
    public Uni<Page> page(
            KnownAt known, Bounds days, Narrowing narrowing, Optional<TurnPlace> after, int limit) {
        Question question =
                new Question(known, days, narrowing, after.orElse(TurnPlace.FIRST), limit);
        if (!narrowing.equals(Narrowing.NONE)) {
            return read(question, question.after().earliest(), days.latest(), limit + 1)
                    .map(found -> page(found, limit));
        }
        return extent.of(known)
                .chain(
                        extent ->
                                search(
                                        question,
                                        question.after().earliest(),
                                        FIRST_STRETCH_DAYS,
                                        extent,
                                        new ArrayList<>()))
                .map(found -> page(found, limit));
    }

    /** Reads on from a day, until there is more than a page or nothing any more. */
    private Uni<List<Turn>> search(
            Question question, Day from, long days, Extent.Days extent, List<Turn> found) {
        Day last = Day.earlier(question.days().latest(), extent.last().orElse(Day.BEFORE_ALL));
        Day first = Day.later(question.days().earliest(), extent.first().orElse(Day.AFTER_ALL));
        Day to = Day.earlier(Day.later(from, first).plus(days), last);
        return read(question, from, to, question.limit() + 1 - found.size())
                .chain(
                        turns -> {
                            found.addAll(turns);
                            return found.size() > question.limit() || !to.isBefore(last)
                                    ? Uni.createFrom().item(found)
                                    : search(question, to.plus(1), days * GROWTH, extent, found);
                        });
    }

    /** The turns whose earliest day is one of those from {@code from} to {@code to}. */
    private Uni<List<Turn>> read(Question question, Day from, Day to, int limit) {
        if (from.isAfter(to)) {
            return Uni.createFrom().item(List.of());
        }
        TurnPlace after = question.after();
        Tuple parameters =
                Tuple.of(question.known().timeline(), question.known().position())
                        .addLong(from.epochDay())
                        .addLong(to.epochDay())
                        .addLong(question.days().earliest().epochDay())
                        .addLong(after.earliest().epochDay())
                        .addLong(after.latest().epochDay())
                        .addBoolean(after.isBegin())
                        .addString(after.slug())
                        .addLong(after.openedBy())
                        .addString(after.kind())
                        .addBoolean(after.before())
                        .addInteger(limit);
        String spans = near(question, from, to, parameters);
        String condition = Spans.narrowed(question.narrowing(), parameters) + "\n";
        String sql =
                "with moments as (\n"
                        + MOMENT.formatted("false", "end", spans)
                        + condition
                        + "union all\n"
                        + MOMENT.formatted("true", "begin", spans)
                        + condition
                        + ")"
                        + PAGE;
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(
                        rows -> {
                            List<Turn> turns = new ArrayList<>(rows.size());
                            for (Row row : rows) {
                                turns.add(new Turn(SpanRow.of(row), row.getBoolean("is_begin")));
                            }
                            return turns;
                        });
    }

    /** Where to look, by the index that leads there. */
    private static String near(Question question, Day from, Day to, Tuple parameters) {
        Narrowing narrowing = question.narrowing();
        boolean isOfOffice = narrowing.office().isPresent();
        if (!isOfOffice && !narrowing.equals(Narrowing.NONE)) {
            return "spans";
        }
        Day near = Day.later(from, question.days().earliest());
        parameters.addLong(near.epochDay()).addLong(Day.later(to, near).epochDay());
        return isOfOffice ? NEAR_OF_OFFICE : NEAR;
    }

    private static Page page(List<Turn> found, int limit) {
        return found.size() <= limit
                ? new Page(found, Optional.empty())
                : new Page(
                        found.subList(0, limit), Optional.of(TurnPlace.of(found.get(limit - 1))));
    }
}
