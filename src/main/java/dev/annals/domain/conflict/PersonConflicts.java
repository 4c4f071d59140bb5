package dev.annals.domain.conflict;

import dev.annals.domain.conflict.Conflict.Claim;
import dev.annals.domain.conflict.Conflict.Part;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.BodyRelocated;
import dev.annals.domain.fact.Fact.PersonBorn;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What cannot all be true of one person's life and body, by the facts in effect. */
public final class PersonConflicts {

    private final Subject person;
    private final Facts facts;

    private PersonConflicts(Slug slug, Facts facts) {
        this.person = Subject.person(slug);
        this.facts = facts;
    }

    /**
     * @param facts in effect, all of those about the person; others are passed over
     * @return by kind, then in order of history
     */
    public static List<Conflict> of(Slug person, Collection<Effective<Fact.Plain>> facts) {
        PersonConflicts conflicts = new PersonConflicts(person, new Facts(facts));
        List<Conflict> found = new ArrayList<>(conflicts.deathsBeforeBirth());
        found.addAll(conflicts.relocationsFromElsewhere());
        return found;
    }

    private List<Conflict> deathsBeforeBirth() {
        Lives lives = new Lives(facts);
        List<Conflict> found = new ArrayList<>();
        for (Effective<PersonDied> death : lives.deaths()) {
            if (death.content().person().equals(person.slug())) {
                lives.surestBirth(person.slug())
                        .filter(birth -> Reading.of(death).isSurelyBefore(Reading.of(birth)))
                        .ifPresent(birth -> found.add(deathBefore(death, birth)));
            }
        }
        return found;
    }

    private Conflict deathBefore(Effective<PersonDied> death, Effective<PersonBorn> birth) {
        long days = Reading.of(death).daysUntil(Reading.of(birth));
        return new Conflict(
                ConflictKind.DEATH_BEFORE_BIRTH,
                List.of(person),
                List.of(new Claim(death, Part.CLAIMS), new Claim(birth, Part.DENIES)),
                Apart.days(days),
                Sentence.of(
                        person,
                        " died (",
                        death.content().date().text(),
                        ") at least ",
                        Words.days(days),
                        " before being born (",
                        birth.content().date().text(),
                        ")."));
    }

    private List<Conflict> relocationsFromElsewhere() {
        List<Moves.Step<Slug>> steps =
                facts.inOrder(BodyRelocated.class, f -> f.person().equals(person.slug())).stream()
                        .map(f -> Moves.Step.of(f, f.content().to(), f.content().from()))
                        .toList();
        return new Moves<>(steps).contradictions().stream().map(this::fromElsewhere).toList();
    }

    private Conflict fromElsewhere(Moves.Contradiction<Slug> found) {
        Slug lay = found.last().to();
        return new Conflict(
                ConflictKind.RELOCATION_FROM_ELSEWHERE,
                List.of(person, Subject.place(found.from()), Subject.place(lay)),
                List.of(
                        new Claim(found.step().fact(), Part.CLAIMS),
                        new Claim(found.last().fact(), Part.DENIES)),
                Apart.places(found.from(), lay),
                Sentence.of(
                        "The body of ",
                        person,
                        " was taken from “",
                        Subject.place(found.from()),
                        "” (",
                        found.step().fact().content().date().text(),
                        "), but had been brought to “",
                        Subject.place(lay),
                        "” (",
                        found.last().fact().content().date().text(),
                        ") and not back."));
    }
}
