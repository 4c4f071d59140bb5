package dev.annals.views;

import dev.annals.domain.entity.Entity;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Span;

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
