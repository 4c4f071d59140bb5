package dev.annals.domain.entity;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.PersonBorn;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Subject;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one entity is, by the facts in effect that mention it. */
public final class EntityHistory {

    private final Subject subject;
    private final NavigableMap<Long, Effective<? extends Fact.Described>> descriptions =
            new TreeMap<>();
    private final NavigableSet<Effective<PersonBorn>> births = new TreeSet<>(Effective.BY_DATE);
    private final NavigableSet<Effective<PersonDied>> deaths = new TreeSet<>(Effective.BY_DATE);
    private boolean mentioned;
    private OptionalInt mentions = OptionalInt.empty();
    private int facts;

    /**
     * @param mentioned whether facts in effect that were not added here mention the entity
     */
    public EntityHistory(Subject subject, boolean mentioned) {
        this.subject = subject;
        this.mentioned = mentioned;
    }

    public Subject subject() {
        return subject;
    }

    /** How many facts were added and not taken away again. */
    public int facts() {
        return facts;
    }

    /** Says how many facts in effect mention the entity, those that were added among them. */
    public void count(int facts) {
        mentions = OptionalInt.of(facts);
    }

    /** Whether the number of facts that mention the entity is known: then its end is noticed. */
    public boolean isCounted() {
        return mentions.isPresent();
    }

    /** Adds a fact that is not counted yet and mentions the entity. */
    public void mention(Effective<? extends Fact.Plain> fact) {
        mentioned = true;
        changeCount(+1);
        add(fact);
    }

    /** Takes away a fact that was counted. */
    public void unmention(Effective<? extends Fact.Plain> fact) {
        changeCount(-1);
        remove(fact);
    }

    private void changeCount(int by) {
        if (mentions.isPresent()) {
            mentions = OptionalInt.of(mentions.getAsInt() + by);
        }
    }

    /** Adds a fact that is counted already. */
    public void add(Effective<? extends Fact.Plain> fact) {
        facts++;
        switch (fact.content()) {
            case Fact.Described f when describes(f) ->
                    descriptions.put(fact.position(), with(fact, f));
            case PersonBorn f -> births.add(with(fact, f));
            case PersonDied f -> deaths.add(with(fact, f));
            case Fact.Described _, Fact.Dated _ -> {}
        }
    }

    private void remove(Effective<? extends Fact.Plain> fact) {
        facts--;
        switch (fact.content()) {
            case Fact.Described f when describes(f) -> descriptions.remove(fact.position());
            case PersonBorn f -> births.remove(with(fact, f));
            case PersonDied f -> deaths.remove(with(fact, f));
            case Fact.Described _, Fact.Dated _ -> {}
        }
    }

    /** An office's description mentions the office's place without describing it. */
    private boolean describes(Fact.Described description) {
        return subject.equals(
                switch (description) {
                    case Fact.PersonDescribed person -> Subject.person(person.person());
                    case Fact.OfficeDescribed office -> Subject.office(office.office());
                    case Fact.PlaceDescribed place -> Subject.place(place.place());
                });
    }

    private static <F extends Fact.Plain> Effective<F> with(Effective<?> fact, F content) {
        return new Effective<>(fact.id(), fact.position(), content);
    }

    /** Empty if no fact in effect mentions it. */
    public Optional<Entity> entity() {
        if (!mentioned || mentions.orElse(1) == 0) {
            return Optional.empty();
        }
        boolean isPerson = subject.kind() == EntityKind.PERSON;
        return Optional.of(
                new Entity(
                        subject,
                        Optional.ofNullable(descriptions.lastEntry())
                                .map(NavigableMap.Entry::getValue),
                        births.stream().filter(_ -> isPerson).findFirst(),
                        deaths.stream().filter(_ -> isPerson).findFirst()));
    }
}
