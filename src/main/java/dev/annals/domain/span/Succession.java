package dev.annals.domain.span;

import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.InOrder;
import dev.annals.domain.fact.Slug;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The assumptions of one office, in order of history, and which of them ends which. */
final class Succession {

    private record Imprecise(Day latest, When when) implements Comparable<Imprecise> {
        @Override
        public int compareTo(Imprecise other) {
            int byLatest = latest.compareTo(other.latest);
            return byLatest != 0 ? byLatest : when.compareTo(other.when);
        }
    }

    private final NavigableMap<When, Effective<OfficeAssumed>> all = new TreeMap<>();
    private final Map<Slug, List<Effective<OfficeAssumed>>> byPerson = new HashMap<>();
    private final NavigableSet<Imprecise> imprecise = new TreeSet<>();

    void add(Effective<OfficeAssumed> assumption) {
        When when = When.of(assumption);
        all.put(when, assumption);
        Slug person = assumption.content().person();
        byPerson.put(person, InOrder.with(of(person), assumption, Effective.BY_DATE));
        if (when.bounds().isImprecise()) {
            imprecise.add(new Imprecise(when.bounds().latest(), when));
        }
    }

    void remove(Effective<OfficeAssumed> assumption) {
        When when = When.of(assumption);
        all.remove(when);
        imprecise.remove(new Imprecise(when.bounds().latest(), when));
        byPerson.computeIfPresent(
                assumption.content().person(),
                (_, own) -> {
                    List<Effective<OfficeAssumed>> rest =
                            InOrder.without(own, assumption, Effective.BY_DATE);
                    return rest.isEmpty() ? null : rest;
                });
    }

    Set<Slug> people() {
        return Set.copyOf(byPerson.keySet());
    }

    List<Effective<OfficeAssumed>> of(Slug person) {
        return byPerson.getOrDefault(person, List.of());
    }

    /** The first assumption that comes after a place in the order. */
    Optional<Effective<OfficeAssumed>> firstAfter(Optional<When> when) {
        return Optional.ofNullable(
                        when.isPresent() ? all.higherEntry(when.get()) : all.firstEntry())
                .map(Map.Entry::getValue);
    }

    /**
     * The next assumption that ends a tenure: the person's own next; in an office with one seat
     * anybody's, but those who only act do not end a tenure that is not acting.
     */
    Optional<Effective<OfficeAssumed>> next(Effective<OfficeAssumed> tenure, boolean oneSeat) {
        return next(tenure, oneSeat, When.of(tenure));
    }

    /**
     * The same, leaving out other people's that may have come before this tenure began: their place
     * after it was only a guess.
     */
    Optional<Effective<OfficeAssumed>> nextCertainlyLater(
            Effective<OfficeAssumed> tenure, boolean oneSeat) {
        Day latest = tenure.content().date().bounds().latest();
        return latest.isBounded()
                ? next(tenure, oneSeat, When.firstFrom(latest.plus(1)))
                : ownNext(tenure);
    }

    private Optional<Effective<OfficeAssumed>> next(
            Effective<OfficeAssumed> tenure, boolean oneSeat, When othersAfter) {
        Optional<Effective<OfficeAssumed>> own = ownNext(tenure);
        if (!oneSeat) {
            return own;
        }
        return Stream.concat(own.stream(), othersNext(tenure, othersAfter).stream())
                .min(Effective.BY_DATE);
    }

    /** Walks from the place on: a stream of what follows would count all of it first. */
    private Optional<Effective<OfficeAssumed>> othersNext(
            Effective<OfficeAssumed> tenure, When after) {
        for (Effective<OfficeAssumed> other : all.tailMap(after, false).values()) {
            if (tenure.content().isActing() || !other.content().isActing()) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private Optional<Effective<OfficeAssumed>> ownNext(Effective<OfficeAssumed> tenure) {
        List<Effective<OfficeAssumed>> own = of(tenure.content().person());
        int index = Collections.binarySearch(own, tenure, Effective.BY_DATE);
        int next = index < 0 ? -index - 1 : index + 1;
        return next < own.size() ? Optional.of(own.get(next)) : Optional.empty();
    }

    /**
     * Everybody whose tenure may have, or get, this assumption in its cap, besides the person's
     * own: the one before it, the last before it who was not acting, and those whose imprecise
     * begin reaches past that one.
     */
    Set<Slug> predecessors(Effective<OfficeAssumed> assumption) {
        When when = When.of(assumption);
        Set<Slug> people = new HashSet<>();
        Day reach = Day.BEFORE_ALL;
        for (Effective<OfficeAssumed> before : all.headMap(when, false).descendingMap().values()) {
            boolean nearest = people.isEmpty();
            if (nearest || !before.content().isActing()) {
                people.add(before.content().person());
            }
            if (!before.content().isActing()) {
                reach = before.content().date().bounds().earliest();
                break;
            }
        }
        for (Imprecise begin :
                imprecise.tailSet(new Imprecise(reach, When.firstFrom(Day.BEFORE_ALL)), true)) {
            if (begin.when().compareTo(when) < 0) {
                people.add(all.get(begin.when()).content().person());
            }
        }
        return people;
    }
}
