package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the dated facts in effect in the order of history, page by page, as known at a position.
 */
@ApplicationScoped
public class Chronicle {

    private static final int PAGE = 256;

    /**
     * A stretch of the order: bounded in facts, and to a mebibyte, which its last fact may exceed.
     *
     * @param isLast whether no dated fact in effect comes after it
     */
    public record Page(List<PlayedFact> facts, boolean isLast) {}

    /** A place in the order: after the fact that has these bounds and this position. */
    public record Place(Day earliest, Day latest, long position) {

        /** Before all facts whose earliest day is this one or later. */
        public static Place before(Day earliest) {
            return new Place(earliest, Day.BEFORE_ALL, 0);
        }

        public Place orLater(Place other) {
            Comparator<Place> order =
                    Comparator.comparing(Place::earliest)
                            .thenComparing(Place::latest)
                            .thenComparingLong(Place::position);
            return order.compare(this, other) < 0 ? other : this;
        }

        public static Place of(PlayedFact fact) {
            return new Place(fact.bounds().earliest(), fact.bounds().latest(), fact.position());
        }
    }

    private static final String PAGE_OF =
            """
            with standing as (
                select f.position, f.earliest, f.latest, f.position as content from facts f
                where f.timeline = $1 and f.position <= $2 and f.earliest is not null
                    and (f.earliest, f.latest, f.position) > ($3, $4, $5) and f.earliest <= $6
                    and not exists (select from amended_facts a
                        where a.timeline = $1 and a.position = f.position and a.known_from <= $2 offset 0)
                order by f.earliest, f.latest, f.position limit $7
            ), amended as (
                select a.position, a.earliest, a.latest, a.content from amended_facts a
                where a.timeline = $1 and a.known_from <= $2 and a.known_until > $2 and a.earliest is not null
                    and (a.earliest, a.latest, a.position) > ($3, $4, $5) and a.earliest <= $6
                order by a.earliest, a.latest, a.position limit $7
            ), page as (
                select * from standing union all select * from amended
                order by earliest, latest, position limit $7
            ), measured as (
                select p.*, f.json as fact, c.json as giver, count(*) over () as choice,
                    sum(octet_length(f.json) + octet_length(c.json)) over
                        (order by p.earliest, p.latest, p.position rows unbounded preceding exclude current row) as bytes_before
                from page p
                cross join lateral (
                    select json from facts where timeline = $1 and position = p.position offset 0
                ) f
                cross join lateral (
                    select json from facts where timeline = $1 and position = p.content offset 0
                ) c
            )
            select position = content, fact, giver, choice from measured
            where coalesce(bytes_before, 0) < 1048576
            order by earliest, latest, position
            """;

    private static final String BOUNDS_OF =
            """
            select coalesce(a.earliest, f.earliest), coalesce(a.latest, f.latest)
            from facts f
            left join amended_facts a on a.timeline = $1 and a.position = f.position
                and a.known_from <= $2 and a.known_until > $2
            where f.timeline = $1 and f.position = $3 and f.position <= $2 and f.earliest is not null
            """;

    private final Pool pool;

    Chronicle(Pool pool) {
        this.pool = pool;
    }

    /** All dated facts in effect, read page by page as they are asked for. */
    public Multi<List<PlayedFact>> all(KnownAt known) {
        return Paged.all(
                Place.before(Day.BEFORE_ALL),
                after ->
                        page(known, after, Day.AFTER_ALL)
                                .map(page -> new Paged<>(page.facts(), page.isLast())),
                Place::of);
    }

    /**
     * @param to the last earliest day to be read
     */
    public Uni<Page> page(KnownAt known, Place after, Day to) {
        return pool.preparedQuery(PAGE_OF)
                .execute(
                        Tuple.tuple()
                                .addInteger(known.timeline())
                                .addLong(known.position())
                                .addLong(after.earliest().epochDay())
                                .addLong(after.latest().epochDay())
                                .addLong(after.position())
                                .addLong(to.epochDay())
                                .addInteger(PAGE))
                .map(rows -> new Page(facts(rows), isLast(rows)));
    }

    private static boolean isLast(RowSet<Row> rows) {
        return rows.size() == 0
                || rows.size() < PAGE && rows.size() == rows.iterator().next().getLong(3);
    }

    private static List<PlayedFact> facts(RowSet<Row> rows) {
        List<PlayedFact> facts = new ArrayList<>(rows.size());
        for (Row row : rows) {
            facts.add(
                    row.getBoolean(0)
                            ? PlayedFact.asRecorded(row.getString(1))
                            : PlayedFact.corrected(row.getString(1), row.getString(2)));
        }
        return facts;
    }

    /** The place of a fact as known; empty if no dated fact has this position. */
    public Uni<Optional<Place>> place(KnownAt known, long position) {
        return pool.preparedQuery(BOUNDS_OF)
                .execute(Tuple.of(known.timeline(), known.position(), position))
                .map(
                        rows ->
                                rows.size() == 0
                                        ? Optional.empty()
                                        : Optional.of(place(rows.iterator().next(), position)));
    }

    private static Place place(Row row, long position) {
        Bounds bounds = new Bounds(new Day(row.getLong(0)), new Day(row.getLong(1)));
        return new Place(bounds.earliest(), bounds.latest(), position);
    }
}
