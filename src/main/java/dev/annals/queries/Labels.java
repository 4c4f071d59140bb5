package dev.annals.queries;

import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.Subject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what entities are called, as known at a position. */
@ApplicationScoped
public class Labels {

    /** Labels of some entities; whoever has none is called by the slug. */
    public record Known(Map<Subject, String> labels) {

        public static final Known NONE = new Known(Map.of());

        public Known {
            labels = Map.copyOf(labels);
        }

        public String of(Subject subject) {
            return labels.getOrDefault(subject, subject.slug().value());
        }
    }

    private static final String FIND =
            """
            select u.kind || '/' || u.slug as subject, e.label
            from unnest($3::text[], $4::text[]) as u (kind, slug)
            cross join lateral (
                select label from entities
                where timeline = $1 and kind = u.kind and slug = u.slug and known_from <= $2 and known_until > $2 offset 0
            ) e
            """;

    private final Pool pool;

    Labels(Pool pool) {
        this.pool = pool;
    }

    public Uni<Known> of(KnownAt known, Set<Subject> subjects) {
        if (subjects.isEmpty()) {
            return Uni.createFrom().item(Known.NONE);
        }
        String[] kinds = subjects.stream().map(s -> s.kind().word()).toArray(String[]::new);
        String[] slugs = subjects.stream().map(s -> s.slug().value()).toArray(String[]::new);
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(known.timeline(), known.position(), kinds, slugs))
                .map(Labels::labels);
    }

    /** Of all that these facts mention. */
    public Uni<Known> mentionedBy(KnownAt known, List<PlayedFact> facts) {
        return of(
                known,
                facts.stream()
                        .flatMap(fact -> Mentions.of(fact.content()).stream())
                        .collect(Collectors.toSet()));
    }

    private static Known labels(RowSet<Row> rows) {
        Map<Subject, String> labels = new HashMap<>();
        for (Row row : rows) {
            labels.put(Subject.parse(row.getString(0)), row.getString(1));
        }
        return new Known(labels);
    }
}
