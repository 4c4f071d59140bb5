package dev.annals.queries;

import dev.annals.domain.fact.Subject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Says whether an entity was ever spoken of, be it in a fact that was retracted since. */
@ApplicationScoped
public class Mentioned {

    private static final String MENTIONED =
            """
            select exists (
                select from touches where timeline = $1 and subject = $2 and folded = any('{true,false}')
                    and position <= $3)
            """;

    private final Pool pool;

    Mentioned(Pool pool) {
        this.pool = pool;
    }

    public Uni<Boolean> isMentioned(KnownAt known, Subject subject) {
        return pool.preparedQuery(MENTIONED)
                .execute(Tuple.of(known.timeline(), subject.toString(), known.position()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
