package dev.annals.domain.entity;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.PersonBorn;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.InOrder;
import dev.annals.domain.fact.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What one entity is, by the facts in effect that mention it. */
public final class EntityHistory {

    private final Subject subject;
    private List<Effective<? extends Fact.Described>> descriptions = List.of();
    private List<Effective<PersonBorn>> births = List.of();
    private List<Effective<PersonDied>> deaths = List.of();
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
                    descriptions = InOrder.with(descriptions, with(fact, f), Effective.BY_POSITION);
            case PersonBorn f when isPerson() ->
                    births = InOrder.with(births, with(fact, f), Effective.BY_DATE);
            case PersonDied f when isPerson() ->
                    deaths = InOrder.with(deaths, with(fact, f), Effective.BY_DATE);
            case Fact.Described _, Fact.Dated _ -> {}
        }
    }

    private void remove(Effective<? extends Fact.Plain> fact) {
        facts--;
        switch (fact.content()) {
            case Fact.Described f when describes(f) ->
                    descriptions =
                            InOrder.without(descriptions, with(fact, f), Effective.BY_POSITION);
            case PersonBorn f -> births = InOrder.without(births, with(fact, f), Effective.BY_DATE);
            case PersonDied f -> deaths = InOrder.without(deaths, with(fact, f), Effective.BY_DATE);
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

    private boolean isPerson() {
        return subject.kind() == EntityKind.PERSON;
    }

    private static <F extends Fact.Plain> Effective<F> with(Effective<?> fact, F content) {
        return new Effective<>(fact.id(), fact.position(), content);
    }

    /** Empty if no fact in effect mentions it. */
    public Optional<Entity> entity() {
        if (!mentioned || mentions.orElse(1) == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Entity(
                        subject,
                        descriptions.isEmpty()
                                ? Optional.empty()
                                : Optional.of(descriptions.getLast()),
                        first(births),
                        first(deaths)));
    }

    private static <T> Optional<T> first(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.getFirst());
    }
}
