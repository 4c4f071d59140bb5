package dev.annals.queries;

import dev.annals.domain.fact.Subject;
import dev.annals.domain.why.Names;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What entities are called, as known at a position. */
@ApplicationScoped
public class KnownNames {

    private static final String NAMES =
            """
            select s.subject, e.label
            from unnest($3::text[]) as s (subject)
            join entities e on e.timeline = $1 and e.kind = split_part(s.subject, '/', 1)
                and e.slug = split_part(s.subject, '/', 2) and e.known_from <= $2 and e.known_until > $2
            """;

    private final Pool pool;

    KnownNames(Pool pool) {
        this.pool = pool;
    }

    public Uni<Names> of(KnownAt known, Collection<Subject> subjects) {
        String[] words = subjects.stream().map(Subject::toString).toArray(String[]::new);
        return pool.preparedQuery(NAMES)
                .execute(Tuple.of(known.timeline(), known.position(), words))
                .map(
                        rows -> {
                            Map<Subject, String> labels = new HashMap<>();
                            for (Row row : rows) {
                                labels.put(Subject.parse(row.getString(0)), row.getString(1));
                            }
                            return subject -> labels.getOrDefault(subject, subject.slug().value());
                        });
    }
}
