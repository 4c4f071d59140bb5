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

    /** Either end of all dates, from the facts that stand as recorded and from those amended. */
    private static final String FIND =
            """
            with standing as (
                select earliest, latest from facts f
                where f.timeline = $1 and f.position <= $2 and f.earliest is not null
                    and not exists (select from amended_facts a
                        where a.timeline = $1 and a.position = f.position and a.known_from <= $2)
            ), amended as (
                select earliest, latest from amended_facts
                where timeline = $1 and known_from <= $2 and known_until > $2 and earliest is not null
            ), days as (
                select (select min(earliest) from standing where earliest > -9223372036854775808) as first_standing,
                    (select max(latest) from standing where latest < 9223372036854775807) as last_standing,
                    (select min(least(nullif(earliest, -9223372036854775808), nullif(latest, 9223372036854775807)))
                        from amended) as first_amended,
                    (select max(greatest(nullif(earliest, -9223372036854775808), nullif(latest, 9223372036854775807)))
                        from amended) as last_amended,
                    (select min(latest) from standing
                        where earliest = -9223372036854775808 and latest < 9223372036854775807) as first_open,
                    (select max(earliest) from standing
                        where latest = 9223372036854775807 and earliest > -9223372036854775808) as last_open
            )
            select least(first_standing, first_amended, first_open),
                greatest(last_standing, last_amended, last_open) from days
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
