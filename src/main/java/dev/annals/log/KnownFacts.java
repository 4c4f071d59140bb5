package dev.annals.log;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Subject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The facts that a group of appends has to do with: those it refers to, and those it adds. */
final class KnownFacts {

    /**
     * @param touches the subjects that the fact touches
     */
    record Known(RecordedFact fact, long root, Set<Subject> touches) {}

    private final Map<UUID, Known> byId = new HashMap<>();
    private final Map<Long, Lineage> lineages = new HashMap<>();

    void learn(Lineage lineage) {
        lineage.facts().forEach(this::add);
    }

    /** Adds a fact; an amendment after the fact that it names. */
    Known add(RecordedFact fact) {
        Known known =
                switch (fact.fact()) {
                    case Fact.Plain plain -> new Known(fact, fact.position(), Mentions.of(plain));
                    case Fact.Amendment amendment -> amended(fact, amendment);
                };
        byId.put(fact.id(), known);
        lineages.compute(known.root(), (_, l) -> l == null ? Lineage.of(fact) : l.with(fact));
        return known;
    }

    private Known amended(RecordedFact fact, Fact.Amendment amendment) {
        Known named = byId.get(amendment.fact());
        Set<Subject> touches = new LinkedHashSet<>(named.touches());
        if (amendment instanceof Fact.FactCorrected correction) {
            touches.addAll(Mentions.of(correction.with()));
        }
        return new Known(fact, named.root(), touches);
    }

    Optional<Known> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The lineage of a plain fact as known so far. */
    Lineage lineage(long root) {
        return lineages.get(root);
    }

    FactType rootType(long root) {
        return FactType.of(lineages.get(root).plain().fact());
    }
}
