package dev.annals.views;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.RecordedFact;
import java.util.Optional;

/**
 * What one appended fact does to what is in effect.
 *
 * @param fact as appended
 * @param lineage that it belongs to, itself included
 */
public record Change(RecordedFact fact, Lineage lineage) {

    long position() {
        return fact.position();
    }

    /** What was in effect of the lineage before the fact; nothing if it is a plain one. */
    Optional<Effective<Fact.Plain>> before() {
        return fact.fact() instanceof Fact.Plain
                ? Optional.empty()
                : lineage.knownAt(fact.position() - 1).effective();
    }

    Optional<Effective<Fact.Plain>> after() {
        return lineage.effective();
    }
}
