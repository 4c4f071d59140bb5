package dev.annals.queries;

import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lists and searches timelines, and the offices, people and places of one. */
@ApplicationScoped
@WithSession
public class Catalogue {

    private static final String KNOWN =
            "timeline = :timeline and kind = :kind and knownFrom <= :known and knownUntil > :known";

    public Uni<List<TimelineRecord>> timelines() {
        return TimelineRecord.list("order by id");
    }

    public Uni<Optional<TimelineRecord>> timeline(String id) {
        return TimelineRecord.<TimelineRecord>find("id", id)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /**
     * A page of entities in order of slug.
     *
     * @param after the last slug of the page before
     * @param search what the label has somewhere, in whatever case
     */
    public Uni<List<EntityRecord>> page(
            KnownAt known,
            EntityKind kind,
            Optional<Slug> after,
            Optional<String> search,
            int limit) {
        String where = KNOWN + " and slug > :after";
        Map<String, Object> parameters = known(known, kind);
        parameters.put("after", after.map(Slug::value).orElse(""));
        if (search.isPresent()) {
            where += " and lower(label) like :search escape '!'";
            parameters.put("search", "%" + escaped(search.get().toLowerCase(Locale.ROOT)) + "%");
        }
        return EntityRecord.<EntityRecord>find(where + " order by slug", parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    public Uni<Optional<EntityRecord>> entity(KnownAt known, Subject subject) {
        Map<String, Object> parameters = known(known, subject.kind());
        parameters.put("slug", subject.slug().value());
        return EntityRecord.<EntityRecord>find(KNOWN + " and slug = :slug", parameters)
                .firstResult()
                .map(Optional::ofNullable);
    }

    private static Map<String, Object> known(KnownAt known, EntityKind kind) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("timeline", known.timeline());
        parameters.put("kind", kind.word());
        parameters.put("known", known.position());
        return parameters;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
