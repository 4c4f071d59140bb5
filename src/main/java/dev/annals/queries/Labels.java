package dev.annals.queries;

import dev.annals.domain.fact.Subject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What entities are called, as known. */
@ApplicationScoped
public class Labels {

    private static final String FIND =
            """
            select u.kind || '/' || u.slug as subject, e.label
            from unnest($3::text[], $4::text[]) as u (kind, slug)
            join entities e on e.timeline = $1 and e.kind = u.kind and e.slug = u.slug
                and e.known_from <= $2 and e.known_until > $2
            """;

    private final Pool pool;

    Labels(Pool pool) {
        this.pool = pool;
    }

    /** The label of each; the slug of one that no fact in effect mentions. */
    public Uni<Map<Subject, String>> of(KnownAt known, Set<Subject> subjects) {
        Map<Subject, String> labels = new HashMap<>();
        subjects.forEach(subject -> labels.put(subject, subject.slug().value()));
        if (subjects.isEmpty()) {
            return Uni.createFrom().item(labels);
        }
        String[] kinds = subjects.stream().map(s -> s.kind().word()).toArray(String[]::new);
        String[] slugs = subjects.stream().map(s -> s.slug().value()).toArray(String[]::new);
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(known.timeline(), known.position(), kinds, slugs))
                .map(
                        rows -> {
                            for (Row row : rows) {
                                labels.put(Subject.parse(row.getString(0)), row.getString(1));
                            }
                            return labels;
                        });
    }
}
