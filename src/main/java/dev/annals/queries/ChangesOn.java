package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.queries.Spans.Narrowing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the answer for one date changed as knowledge grew: the facts with which spans that may cover
 * the date came, went or changed. A page is looked for in stretches of the log that grow while they
 * are empty.
 */
@ApplicationScoped
public class ChangesOn {

    private static final long FIRST_STRETCH_POSITIONS = 1_024;
    private static final int GROWTH = 8;

    /**
     * @param next the position after which the next page begins; empty on the last one
     */
    public record Page(List<Revision> revisions, Optional<Long> next) {}

    /**
     * Spans that are believed from a position on or until there, as of just then or just before.
     */
    private static final String HIT =
            """
            select s.opened_by, s.kind, s.before, s.known_from, s.%1$s as at, %2$s as is_after
            from %3$s s
            where s.timeline = $1 and s.%1$s > $2 and s.%1$s <= $3 and s.kind <> 'standing'
                and s.begin_earliest <= $5 and s.end_latest > $4
            """;

    private static final String NEAR = Spans.within("$4", "$5", "$2", "$3");

    private static final String NEAR_OF_OFFICE = Spans.ofOffice("$7", "$4", "$5", "$2", "$3");

    private static final String PAGE =
            """
            , page as (
                select distinct at from hits order by at limit $6
            )
            select h.at, h.is_after, f.recorded_at, f.json as fact,
            """
                    + SpanRow.columns("h.at - case when h.is_after then 0 else 1 end")
                    + """
            from (select * from hits where at <= (select max(at) from page)) h
            cross join lateral (
                select recorded_at, json from facts where timeline = $1 and position = h.at offset 0
            ) f
            cross join lateral
            """
                    + Spans.of("h")
                    + " s"
                    + " order by h.at, s.kind desc, coalesce(s.office, s.person, s.place), s.begin_earliest,"
                    + " s.begin_latest, s.opened_by, s.before desc";

    private final Pool pool;

    ChangesOn(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param known as of the last position that counts
     * @param after the position before the first that counts
     */
    public Uni<Page> page(KnownAt known, long after, Bounds on, Narrowing narrowing, int limit) {
        if (after >= known.position()) {
            return Uni.createFrom().item(new Page(List.of(), Optional.empty()));
        }
        return search(
                new Question(known, on, narrowing, limit),
                after,
                FIRST_STRETCH_POSITIONS,
                new ArrayList<>());
    }

    private record Question(KnownAt known, Bounds on, Narrowing narrowing, int limit) {}

    private Uni<Page> search(Question question, long after, long positions, List<Revision> found) {
        long end = question.known().position();
        long to = end - after < positions ? end : after + positions;
        int wanted = question.limit() + 1 - found.size();
        return read(question, after, to, wanted)
                .chain(
                        read -> {
                            read.stream().filter(Revision::isChange).forEach(found::add);
                            // A full reading may have left out what comes after it.
                            long done = read.size() < wanted ? to : read.getLast().position();
                            return found.size() > question.limit() || done >= end
                                    ? Uni.createFrom().item(page(found, question.limit()))
                                    : search(
                                            question,
                                            done,
                                            Math.min(positions * GROWTH, end),
                                            found);
                        });
    }

    private static Page page(List<Revision> found, int limit) {
        return found.size() <= limit
                ? new Page(found, Optional.empty())
                : new Page(found.subList(0, limit), Optional.of(found.get(limit - 1).position()));
    }

    private Uni<List<Revision>> read(Question question, long after, long to, int limit) {
        Bounds on = question.on();
        Tuple parameters =
                Tuple.of(question.known().timeline(), after, to)
                        .addLong(on.earliest().epochDay())
                        .addLong(on.latest().epochDay())
                        .addInteger(limit);
        String spans =
                question.narrowing().office().isPresent()
                        ? NEAR_OF_OFFICE
                        : question.narrowing().equals(Narrowing.NONE) ? NEAR : "spans";
        String condition = Spans.narrowed(question.narrowing(), parameters) + "\n";
        String sql =
                "with hits as (\n"
                        + HIT.formatted("known_from", "true", spans)
                        + condition
                        + "union all\n"
                        + HIT.formatted("known_until", "false", spans)
                        + condition
                        + ")"
                        + PAGE;
        return pool.preparedQuery(sql).execute(parameters).map(rows -> revisions(rows, on));
    }

    private static List<Revision> revisions(RowSet<Row> rows, Bounds on) {
        Map<Long, Revision.Builder> byPosition = new LinkedHashMap<>();
        for (Row row : rows) {
            byPosition
                    .computeIfAbsent(
                            row.getLong("at"),
                            position ->
                                    new Revision.Builder(
                                            position,
                                            row.getOffsetDateTime("recorded_at").toInstant(),
                                            row.getString("fact")))
                    .add(SpanRow.of(row), row.getBoolean("is_after"));
        }
        return byPosition.values().stream().map(builder -> builder.build(on)).toList();
    }
}
