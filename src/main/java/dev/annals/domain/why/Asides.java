package dev.annals.domain.why;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.entity.Entity;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The facts that gave an answer nothing.
 *
 * @param accounts of all facts that were read, by id
 * @param answering ids of the facts behind the answers
 * @param bounding ids of the facts behind any span of what is asked about, those of the answers
 *     among them
 * @param entities what is asked about, as described
 */
public record Asides(
        Matter matter,
        Map<UUID, Account> accounts,
        Set<UUID> answering,
        Set<UUID> bounding,
        Map<Subject, Entity> entities) {

    private record Near(long distanceDays, SetAside setAside) {}

    /**
     * Those nearest to the days asked about, in order of position. What was said of the facts
     * behind the answers comes before all others, what has no date after them.
     */
    public List<SetAside> nearest(Bounds question, int limit) {
        List<Near> all = new ArrayList<>();
        for (Account account : accounts.values()) {
            boolean answers = answering.contains(account.id());
            long distance = answers ? -1 : account.distanceDays(question);
            of(account, answers).forEach(aside -> all.add(new Near(distance, aside)));
        }
        return all.stream()
                .sorted(
                        Comparator.comparingLong(Near::distanceDays)
                                .thenComparingLong(near -> near.setAside().fact().position()))
                .limit(limit)
                .map(Near::setAside)
                .sorted(Comparator.comparingLong(aside -> aside.fact().position()))
                .toList();
    }

    private List<SetAside> of(Account account, boolean answers) {
        if (!answers && !matter.concerns(account.lineage())) {
            return List.of();
        }
        List<SetAside> setAside = new ArrayList<>(account.setAside());
        account.effective()
                .filter(fact -> !bounding.contains(fact.id()))
                .flatMap(fact -> withoutBearing(fact, account.giver().orElseThrow()))
                .ifPresent(setAside::add);
        return setAside;
    }

    /** A fact that is in effect and bounds no span; empty if it describes what is asked about. */
    private Optional<SetAside> withoutBearing(Effective<Fact.Plain> fact, RecordedFact giver) {
        if (!matter.concerns(fact.content())) {
            return Optional.of(noBearing(giver, Rule.CORRECTED_AWAY));
        }
        return switch (fact.content()) {
            case Fact.PersonDescribed f -> superseded(fact, giver, Subject.person(f.person()));
            case Fact.OfficeDescribed f -> superseded(fact, giver, Subject.office(f.office()));
            case Fact.PlaceDescribed f -> superseded(fact, giver, Subject.place(f.place()));
            case Fact.PersonDied f -> Optional.of(death(fact, giver, Subject.person(f.person())));
            case Fact.OfficeAbolished _ ->
                    Optional.of(noBearing(giver, Rule.ABOLITION_ENDS_NOTHING));
            case Fact.OfficeVacated _ ->
                    Optional.of(
                            new SetAside(
                                    giver,
                                    Aside.UNMATCHED,
                                    List.of(),
                                    Rule.VACATION_UNMATCHED.with()));
            case Fact.PersonBorn _, Fact.OfficeEstablished _, Fact.EventOccurred _ ->
                    Optional.of(noBearing(giver, Rule.NO_BOUND));
            case Fact.OfficeAssumed _, Fact.BodyRelocated _, Fact.PlaceRenamed _ ->
                    throw new IllegalStateException("opens no span: " + fact);
        };
    }

    private Optional<SetAside> superseded(
            Effective<Fact.Plain> fact, RecordedFact giver, Subject subject) {
        return Optional.of(entities.get(subject).described().orElseThrow())
                .filter(last -> last.position() != fact.position())
                .map(
                        last ->
                                new SetAside(
                                        giver,
                                        Aside.SUPERSEDED,
                                        List.of(accounts.get(last.id()).giver().orElseThrow()),
                                        Rule.DESCRIPTION_SUPERSEDED.with(last.position())));
    }

    private SetAside death(Effective<Fact.Plain> fact, RecordedFact giver, Subject person) {
        Effective<Fact.PersonDied> first = entities.get(person).death().orElseThrow();
        if (first.id().equals(fact.id())) {
            return noBearing(giver, Rule.DEATH_ENDS_NOTHING);
        }
        return new SetAside(
                giver,
                Aside.SUPERSEDED,
                List.of(accounts.get(first.id()).giver().orElseThrow()),
                Rule.DEATH_NOT_FIRST.with(first.position()));
    }

    private static SetAside noBearing(RecordedFact giver, Rule rule) {
        return new SetAside(giver, Aside.NO_BEARING, List.of(), rule.with());
    }
}
