package dev.annals.views;

import dev.annals.domain.entity.Entity;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Span;
import java.util.List;

/** The rows that one transaction adds to the views and closes in them. */
public final class ViewChanges {

    private final Versions<SpanKey, Span> spans = new Versions<>();
    private final Versions<Subject, Entity> entities = new Versions<>();
    private final Versions<Long, AmendedFact> amendedFacts = new Versions<>();

    Versions<SpanKey, Span> spans() {
        return spans;
    }

    Versions<Subject, Entity> entities() {
        return entities;
    }

    Versions<Long, AmendedFact> amendedFacts() {
        return amendedFacts;
    }

    /** The spans that differ after all changes. */
    public List<Replacement<Span>> spanReplacements() {
        return spans.replacements();
    }

    /** The entities of which something else is said after all changes. */
    public List<Replacement<Entity>> entityReplacements() {
        return entities.replacements();
    }

    void amend(Change change) {
        long plain = change.lineage().plain().position();
        if (plain != change.position()) {
            amendedFacts.replace(
                    plain,
                    AmendedFact.of(change.lineage().knownAt(change.position() - 1)),
                    AmendedFact.of(change.lineage()),
                    change.position());
        }
    }
}
