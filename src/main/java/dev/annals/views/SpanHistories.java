package dev.annals.views;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.BodyHistory;
import dev.annals.domain.span.Deaths;
import dev.annals.domain.span.NameHistory;
import dev.annals.domain.span.OfficeHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The histories that spans are folded from, of the subjects that a working set knows. */
final class SpanHistories {

    private final Deaths deaths = new Deaths();
    private final Map<Slug, OfficeHistory> offices = new HashMap<>();
    private final Map<Slug, BodyHistory> bodies = new HashMap<>();
    private final Map<Slug, NameHistory> names = new HashMap<>();
    private final Map<Slug, Map<Slug, Integer>> officesByPerson = new HashMap<>();

    OfficeHistory office(Slug office) {
        return offices.computeIfAbsent(office, slug -> new OfficeHistory(slug, deaths));
    }

    BodyHistory body(Slug person) {
        return bodies.computeIfAbsent(person, slug -> new BodyHistory(slug, deaths));
    }

    NameHistory name(Slug place) {
        return names.computeIfAbsent(place, NameHistory::new);
    }

    /** Forgets what spans of the subject are folded from, but for a person's deaths. */
    void forget(Subject subject) {
        switch (subject.kind()) {
            case OFFICE -> offices.remove(subject.slug());
            case PLACE -> names.remove(subject.slug());
            case PERSON -> {
                bodies.remove(subject.slug());
                officesByPerson.remove(subject.slug());
            }
        }
    }

    /** The offices that a person assumed, as far as known here. */
    Set<Slug> officesOf(Slug person) {
        return officesByPerson.getOrDefault(person, Map.of()).keySet();
    }

    void addDeath(Effective<Fact.PersonDied> death) {
        deaths.add(death);
    }

    void removeDeath(Effective<Fact.PersonDied> death) {
        deaths.remove(death);
    }

    void countAssumption(Fact.OfficeAssumed assumption, int by) {
        officesByPerson
                .computeIfAbsent(assumption.person(), _ -> new HashMap<>())
                .compute(
                        assumption.office(),
                        (_, n) -> (n == null ? 0 : n) + by == 0 ? null : (n == null ? 0 : n) + by);
    }
}
