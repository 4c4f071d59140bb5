package dev.annals.domain.entity;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.PersonBorn;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Subject;
import java.util.Optional;

/**
 * An office, a person or a place that some fact in effect names.
 *
 * @param described by the last description in effect; empty if there is none
 * @param birth a person's first in the order of history
 * @param death a person's first in the order of history
 */
public record Entity(
        Subject subject,
        Optional<Effective<? extends Fact.Described>> described,
        Optional<Effective<PersonBorn>> birth,
        Optional<Effective<PersonDied>> death) {

    /** The name or title it is described by, else its slug. */
    public String label() {
        return described.map(d -> label(d.content())).orElse(subject.slug().value());
    }

    /** How many may hold an office at once, 0 for any number; empty for people and places. */
    public Optional<Integer> seats() {
        if (subject.kind() != EntityKind.OFFICE) {
            return Optional.empty();
        }
        return described
                .flatMap(d -> ((Fact.OfficeDescribed) d.content()).seats())
                .or(() -> Optional.of(1));
    }

    private static String label(Fact.Described description) {
        return switch (description) {
            case Fact.PersonDescribed person -> person.name();
            case Fact.OfficeDescribed office -> office.title();
            case Fact.PlaceDescribed place -> place.name();
        };
    }
}
