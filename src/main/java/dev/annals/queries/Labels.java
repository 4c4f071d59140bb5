package dev.annals.queries;

import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.Slug;
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

        public Known {
            labels = Map.copyOf(labels);
        }

        public String of(Subject subject) {
            return labels.getOrDefault(subject, subject.slug().value());
        }
    }

    private static final String FIND =
            """
            select kind, slug, label from entities
            where timeline = $1 and known_from <= $2 and known_until > $2
                and (kind = 'office' and slug = any($3) or kind = 'person' and slug = any($4)
                    or kind = 'place' and slug = any($5))
            """;

    private final Pool pool;

    Labels(Pool pool) {
        this.pool = pool;
    }

    /** Of all that these facts mention. */
    public Uni<Known> mentionedBy(KnownAt known, List<PlayedFact> facts) {
        Set<Subject> mentioned =
                facts.stream()
                        .flatMap(fact -> Mentions.of(fact.content()).stream())
                        .collect(Collectors.toSet());
        return pool.preparedQuery(FIND)
                .execute(
                        Tuple.of(known.timeline(), known.position())
                                .addArrayOfString(slugs(mentioned, EntityKind.OFFICE))
                                .addArrayOfString(slugs(mentioned, EntityKind.PERSON))
                                .addArrayOfString(slugs(mentioned, EntityKind.PLACE)))
                .map(Labels::labels);
    }

    private static String[] slugs(Set<Subject> subjects, EntityKind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(subject -> subject.slug().value())
                .toArray(String[]::new);
    }

    private static Known labels(RowSet<Row> rows) {
        Map<Subject, String> labels = new HashMap<>();
        for (Row row : rows) {
            EntityKind kind = EntityKind.of(row.getString(0)).orElseThrow();
            labels.put(new Subject(kind, new Slug(row.getString(1))), row.getString(2));
        }
        return new Known(labels);
    }
}
