package dev.annals.queries;

import dev.annals.domain.fact.Subject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Counts facts that touch entities. */
@ApplicationScoped
class Touching {

    private static final String COUNT =
            """
            select count(distinct position) from touches
            where timeline = $1 and subject = any($2) and folded = any('{true,false}') and position <= $3
                and not position = any($4)
            """;

    private final Pool pool;

    Touching(Pool pool) {
        this.pool = pool;
    }

    /** Those that touch any of the entities, up to the head, but for some. */
    Uni<Long> count(KnownAt known, List<Subject> subjects, Set<Long> but) {
        return pool.preparedQuery(COUNT)
                .execute(
                        Tuple.of(
                                known.timeline(),
                                subjects.stream().map(Subject::toString).toArray(String[]::new),
                                known.head(),
                                but.toArray(Long[]::new)))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
