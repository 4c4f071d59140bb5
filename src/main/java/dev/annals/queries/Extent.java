package dev.annals.queries;

import dev.annals.domain.date.Day;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The first and the last day that the dated facts in effect name. */
@ApplicationScoped
public class Extent {

    /** Empty if no fact in effect names a day. */
    public record Days(Optional<Day> first, Optional<Day> last) {}

    /**
     * Either end of all dates. Each subquery walks an index from its end to the first fact that
     * stands as it was recorded; amended facts are few. Compared by "at most the least" rather than
     * by "equal to it", what the index says next stays in order; "at least the least" stands for
     * "not null" as a condition that an index can take.
     */
    private static final String FIND =
            """
            with standing as not materialized (
                select * from facts f
                where f.timeline = $1 and f.position <= $2 and f.earliest is not null
                    and not exists (select from amended_facts a
                        where a.timeline = $1 and a.position = f.position and a.known_from <= $2 offset 0)
            ), amended as not materialized (
                select * from amended_facts
                where timeline = $1 and known_from <= $2 and known_until > $2
                    and earliest >= -9223372036854775808
            )
            select least(
                    (select earliest from standing where earliest > -9223372036854775808
                     order by earliest, latest, position limit 1),
                    (select latest from standing where earliest <= -9223372036854775808
                        and latest < 9223372036854775807 order by earliest, latest, position limit 1),
                    (select min(least(nullif(earliest, -9223372036854775808), nullif(latest, 9223372036854775807)))
                     from amended)),
                greatest(
                    (select latest from standing where latest < 9223372036854775807
                     order by latest desc limit 1),
                    (select earliest from standing where latest = 9223372036854775807
                        and earliest > -9223372036854775808 order by earliest desc limit 1),
                    (select max(greatest(nullif(earliest, -9223372036854775808), nullif(latest, 9223372036854775807)))
                     from amended))
            """;

    private final Pool pool;

    Extent(Pool pool) {
        this.pool = pool;
    }

    public Uni<Days> of(KnownAt known) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(known.timeline(), known.position()))
                .map(rows -> days(rows.iterator().next()));
    }

    private static Days days(Row row) {
        return new Days(day(row.getLong(0)), day(row.getLong(1)));
    }

    private static Optional<Day> day(Long epochDay) {
        return Optional.ofNullable(epochDay).map(Day::new);
    }
}
