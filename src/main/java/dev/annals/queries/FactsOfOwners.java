package dev.annals.queries;

import dev.annals.domain.conflict.Conflict;
import dev.annals.domain.conflict.OfficeConflicts;
import dev.annals.domain.conflict.PersonConflicts;
import dev.annals.domain.conflict.PlaceConflicts;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facts in effect of some offices, people or places, and the lives of those in the offices. */
final class FactsOfOwners {

    private final List<Subject> owners;
    private final Map<Subject, List<Effective<Fact.Plain>>> byOwner = new HashMap<>();
    private final Map<Subject, List<Effective<Fact.Plain>>> lives = new HashMap<>();

    FactsOfOwners(List<Subject> owners, List<Lineage> lineages) {
        this.owners = owners;
        owners.forEach(owner -> byOwner.put(owner, new ArrayList<>()));
        for (Effective<Fact.Plain> fact : effective(lineages)) {
            for (Subject subject : Mentions.of(fact.content())) {
                List<Effective<Fact.Plain>> facts = byOwner.get(subject);
                if (facts != null) {
                    facts.add(fact);
                }
            }
        }
    }

    private static List<Effective<Fact.Plain>> effective(List<Lineage> lineages) {
        return lineages.stream().flatMap(lineage -> lineage.effective().stream()).toList();
    }

    /** Everybody who assumed one of the offices. */
    Set<Subject> holders() {
        Set<Subject> holders = new LinkedHashSet<>();
        byOwner.forEach(
                (owner, _) -> {
                    switch (owner.kind()) {
                        case OFFICE -> holders.addAll(holders(owner));
                        case PERSON, PLACE -> {}
                    }
                });
        return holders;
    }

    private Set<Subject> holders(Subject office) {
        Set<Subject> holders = new LinkedHashSet<>();
        for (Effective<Fact.Plain> fact : byOwner.get(office)) {
            if (fact.content() instanceof Fact.OfficeAssumed assumed) {
                holders.add(Subject.person(assumed.person()));
            }
        }
        return holders;
    }

    /** These facts and those of the births and deaths of the people. */
    FactsOfOwners with(List<Lineage> births) {
        for (Effective<Fact.Plain> fact : effective(births)) {
            switch (fact.content()) {
                case Fact.PersonBorn f -> addLife(Subject.person(f.person()), fact);
                case Fact.PersonDied f -> addLife(Subject.person(f.person()), fact);
                case Fact.Described _, Fact.Dated _ -> {}
            }
        }
        return this;
    }

    private void addLife(Subject person, Effective<Fact.Plain> fact) {
        lives.computeIfAbsent(person, _ -> new ArrayList<>()).add(fact);
    }

    Map<Subject, List<Conflict>> conflicts() {
        Map<Subject, List<Conflict>> conflicts = new LinkedHashMap<>();
        owners.forEach(owner -> conflicts.put(owner, conflicts(owner)));
        return conflicts;
    }

    private List<Conflict> conflicts(Subject owner) {
        List<Effective<Fact.Plain>> facts = byOwner.get(owner);
        return switch (owner.kind()) {
            case OFFICE -> {
                List<Effective<Fact.Plain>> all = new ArrayList<>(facts);
                holders(owner).forEach(p -> all.addAll(lives.getOrDefault(p, List.of())));
                yield OfficeConflicts.of(owner.slug(), all);
            }
            case PERSON -> PersonConflicts.of(owner.slug(), facts);
            case PLACE -> PlaceConflicts.of(owner.slug(), facts);
        };
    }
}
