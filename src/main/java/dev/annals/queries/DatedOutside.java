package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts the dated facts in effect whose bounds reach beyond some days, those without a bound among
 * them, as known at a position.
 */
@ApplicationScoped
public class DatedOutside {

    /**
     * A lower limit of all days, in place of "not null", lets the index over dates of amended facts
     * be read for them alone.
     */
    private static final String COUNT =
            """
            select
                (select count(*) from facts f
                 where f.timeline = $1 and f.position <= $2 and f.earliest is not null
                    and (f.earliest < $3 or f.latest > $4)
                    and not exists (select from amended_facts a
                        where a.timeline = $1 and a.position = f.position and a.known_from <= $2 offset 0))
                + (select count(*) from amended_facts
                   where timeline = $1 and known_from <= $2 and known_until > $2
                    and earliest >= -9223372036854775808 and (earliest < $3 or latest > $4))
            """;

    private final Pool pool;

    DatedOutside(Pool pool) {
        this.pool = pool;
    }

    public Uni<Long> count(KnownAt known, Bounds days) {
        return pool.preparedQuery(COUNT)
                .execute(
                        Tuple.of(
                                known.timeline(),
                                known.position(),
                                days.earliest().epochDay(),
                                days.latest().epochDay()))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
