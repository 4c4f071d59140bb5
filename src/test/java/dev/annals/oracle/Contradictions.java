package dev.annals.oracle;

import static dev.annals.oracle.FactsInEffect.ORDER;
import static dev.annals.oracle.FactsInEffect.bounds;

import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact.BodyRelocated;
import dev.annals.domain.fact.Fact.Dated;
import dev.annals.domain.fact.Fact.OfficeAbolished;
import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeDescribed;
import dev.annals.domain.fact.Fact.OfficeEstablished;
import dev.annals.domain.fact.Fact.OfficeVacated;
import dev.annals.domain.fact.Fact.PersonBorn;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Fact.PlaceRenamed;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Section 7 as literally as it goes: every fact is compared with every other. */
public final class Contradictions {

    /**
     * A conflict in words that any program can be made to say.
     *
     * @param facts each as position and role, sorted
     * @param days empty for none
     * @param between slugs or names, sorted
     */
    public record Contradiction(
            String kind, List<String> facts, Optional<Long> days, List<String> between) {
        public Contradiction {
            facts = facts.stream().sorted().toList();
            between = between.stream().sorted().toList();
        }
    }

    private record Step(Effective<? extends Dated> fact, String to, Optional<String> from) {}

    private final FactsInEffect facts;
    private final List<PlainSpan> tenures;
    private final List<Contradiction> found = new ArrayList<>();

    private Contradictions(List<RecordedFact> log, long known) {
        this.facts = FactsInEffect.of(log, known);
        this.tenures = new Tenures(facts).spans();
    }

    /** All of them, in no order. */
    public static List<Contradiction> in(List<RecordedFact> log, long known) {
        Contradictions all = new Contradictions(log, known);
        all.facts.inOrder(OfficeAssumed.class).forEach(all::assumption);
        all.deaths();
        all.crowds();
        all.vacations();
        all.moves();
        return all.found;
    }

    private static Day first(Effective<? extends Dated> fact) {
        return Doubt.earlier(bounds(fact).earliest(), List.of(fact));
    }

    private static Day last(Effective<? extends Dated> fact) {
        return Doubt.later(bounds(fact).latest(), List.of(fact));
    }

    private static boolean surelyBefore(
            Effective<? extends Dated> a, Effective<? extends Dated> b) {
        return last(a).isBefore(first(b));
    }

    private void assumption(Effective<OfficeAssumed> assumed) {
        Slug person = assumed.content().person();
        Slug office = assumed.content().office();
        facts.inOrder(PersonDied.class).stream()
                .filter(d -> d.content().person().equals(person))
                .filter(d -> surelyBefore(d, assumed))
                .min(Comparator.comparing(Contradictions::last))
                .ifPresent(d -> pair("assumed-after-death", assumed, d));
        facts.inOrder(PersonBorn.class).stream()
                .filter(b -> b.content().person().equals(person))
                .filter(b -> surelyBefore(assumed, b))
                .min(
                        Comparator.<Effective<PersonBorn>, Day>comparing(Contradictions::first)
                                .reversed())
                .ifPresent(b -> pair("assumed-before-birth", assumed, b));
        List<Effective<OfficeAbolished>> abolitions =
                facts.inOrder(OfficeAbolished.class).stream()
                        .filter(a -> a.content().office().equals(office))
                        .toList();
        List<Effective<OfficeEstablished>> establishments =
                facts.inOrder(OfficeEstablished.class).stream()
                        .filter(e -> e.content().office().equals(office))
                        .toList();
        abolitions.stream()
                .filter(a -> surelyBefore(a, assumed))
                .filter(a -> establishments.stream().noneMatch(e -> mayBeBetween(a, e, assumed)))
                .min(
                        Comparator.<Effective<OfficeAbolished>, Day>comparing(Contradictions::first)
                                .reversed()
                                .thenComparing(Contradictions::last)
                                .thenComparing(ORDER))
                .ifPresent(a -> pair("assumed-after-abolition", assumed, a));
        if (establishments.stream().allMatch(e -> surelyBefore(assumed, e))) {
            establishments.stream()
                    .filter(e -> abolitions.stream().noneMatch(a -> mayBeBetween(assumed, a, e)))
                    .min(Comparator.comparing(Contradictions::last))
                    .ifPresent(e -> pair("assumed-before-establishment", assumed, e));
        }
    }

    private static boolean mayBeBetween(
            Effective<? extends Dated> a,
            Effective<? extends Dated> b,
            Effective<? extends Dated> c) {
        return !surelyBefore(b, a) && !surelyBefore(c, b);
    }

    private void pair(
            String kind, Effective<? extends Dated> claim, Effective<? extends Dated> denial) {
        long days =
                surelyBefore(claim, denial)
                        ? first(denial).epochDay() - last(claim).epochDay()
                        : first(claim).epochDay() - last(denial).epochDay();
        add(
                kind,
                List.of(claims(claim), denial.position() + " denies"),
                Optional.of(days),
                List.of());
    }

    private static String claims(Effective<?> fact) {
        return fact.position() + " claims";
    }

    private void add(String kind, List<String> facts, Optional<Long> days, List<String> between) {
        found.add(new Contradiction(kind, facts, days, between));
    }

    private void deaths() {
        for (Effective<PersonDied> death : facts.inOrder(PersonDied.class)) {
            facts.inOrder(PersonBorn.class).stream()
                    .filter(b -> b.content().person().equals(death.content().person()))
                    .filter(b -> surelyBefore(death, b))
                    .min(
                            Comparator.<Effective<PersonBorn>, Day>comparing(Contradictions::first)
                                    .reversed())
                    .ifPresent(b -> pair("death-before-birth", death, b));
        }
    }

    private int seats(String office) {
        int seats = 1;
        for (Effective<OfficeDescribed> described : facts.ofType(OfficeDescribed.class)) {
            if (described.content().office().value().equals(office)) {
                seats = described.content().seats().orElse(1);
            }
        }
        return seats;
    }

    /** Day by day would be endless: nothing changes but on the days where certainty turns. */
    private void crowds() {
        for (String office : new TreeSet<>(tenures.stream().map(PlainSpan::subject).toList())) {
            int seats = seats(office);
            List<PlainSpan> holders =
                    tenures.stream()
                            .filter(t -> t.subject().equals(office) && !t.acting())
                            .toList();
            TreeSet<Day> turns = new TreeSet<>();
            holders.forEach(t -> turns.add(t.certainFrom()));
            holders.forEach(t -> turns.add(t.certainUntil()));
            List<PlainSpan> crowd = new ArrayList<>();
            Day since = null;
            for (Day day : turns) {
                List<PlainSpan> now = holders.stream().filter(t -> isCertain(t, day)).toList();
                if (seats > 0 && now.size() > seats) {
                    since = crowd.isEmpty() ? day : since;
                    now.stream().filter(t -> !crowd.contains(t)).forEach(crowd::add);
                } else if (!crowd.isEmpty()) {
                    crowd(seats, List.copyOf(crowd), since, day);
                    crowd.clear();
                }
            }
        }
    }

    private static boolean isCertain(PlainSpan tenure, Day day) {
        return !tenure.certainFrom().isAfter(day) && tenure.certainUntil().isAfter(day);
    }

    private void crowd(int seats, List<PlainSpan> crowd, Day since, Day until) {
        TreeSet<String> givers = new TreeSet<>();
        for (PlainSpan tenure : crowd) {
            tenure.begins().forEach(f -> givers.add(f + " begins"));
            tenure.ends().forEach(f -> givers.add(f + " ends"));
            tenure.limits().forEach(f -> givers.add(f + " limits"));
        }
        add(
                seats == 1 ? "two-holders" : "more-holders-than-seats",
                List.copyOf(givers),
                until.isBounded()
                        ? Optional.of(until.epochDay() - since.epochDay())
                        : Optional.empty(),
                crowd.stream().map(PlainSpan::value).distinct().toList());
    }

    private void vacations() {
        for (Effective<OfficeVacated> vacated : facts.ofType(OfficeVacated.class)) {
            if (tenures.stream().anyMatch(t -> t.ends().contains(vacated.position()))) {
                continue;
            }
            Optional<PlainSpan> near =
                    facts.inOrder(OfficeAssumed.class).stream()
                            .filter(a -> a.content().office().equals(vacated.content().office()))
                            .filter(a -> a.content().person().equals(vacated.content().person()))
                            .map(a -> openedBy(a.position()))
                            .min(Comparator.comparing(t -> gap(vacated, t)));
            List<String> all = new ArrayList<>(List.of(claims(vacated)));
            near.ifPresent(t -> all.add(t.openedBy() + " near"));
            add("vacation-without-tenure", all, near.map(t -> gap(vacated, t)), List.of());
        }
    }

    private PlainSpan openedBy(long position) {
        return tenures.stream().filter(t -> t.openedBy() == position).findFirst().orElseThrow();
    }

    private static long gap(Effective<OfficeVacated> vacated, PlainSpan tenure) {
        Day begin = tenure.since().bounds().earliest();
        Day end = tenure.until().map(u -> u.bounds().latest()).orElse(Day.AFTER_ALL);
        if (last(vacated).isBefore(begin)) {
            return begin.epochDay() - last(vacated).epochDay();
        }
        return end.isBefore(first(vacated)) ? first(vacated).epochDay() - end.epochDay() : 0;
    }

    private void moves() {
        List<Effective<BodyRelocated>> bodies = facts.inOrder(BodyRelocated.class);
        for (Slug person : bodies.stream().map(f -> f.content().person()).distinct().toList()) {
            moves(
                    "relocation-from-elsewhere",
                    bodies.stream()
                            .filter(f -> f.content().person().equals(person))
                            .map(
                                    f ->
                                            new Step(
                                                    f,
                                                    f.content().to().value(),
                                                    f.content().from().map(Slug::value)))
                            .toList());
        }
        List<Effective<PlaceRenamed>> names = facts.inOrder(PlaceRenamed.class);
        for (Slug place : names.stream().map(f -> f.content().place()).distinct().toList()) {
            moves(
                    "renamed-from-another-name",
                    names.stream()
                            .filter(f -> f.content().place().equals(place))
                            .map(f -> new Step(f, f.content().to(), f.content().from()))
                            .toList());
        }
    }

    private void moves(String kind, List<Step> steps) {
        for (Step step : steps) {
            List<Step> before =
                    steps.stream().filter(s -> surelyBefore(s.fact(), step.fact())).toList();
            boolean isExplained =
                    steps.stream()
                            .filter(s -> s != step && step.from().equals(Optional.of(s.to())))
                            .filter(s -> !surelyBefore(step.fact(), s.fact()))
                            .anyMatch(
                                    s ->
                                            before.stream()
                                                    .noneMatch(
                                                            b -> surelyBefore(s.fact(), b.fact())));
            if (step.from().isPresent() && !before.isEmpty() && !isExplained) {
                Step last =
                        before.stream()
                                .min(
                                        Comparator.<Step, Day>comparing(s -> first(s.fact()))
                                                .reversed()
                                                .thenComparing(s -> last(s.fact()))
                                                .thenComparing(Step::fact, ORDER))
                                .orElseThrow();
                add(
                        kind,
                        List.of(claims(step.fact()), last.fact().position() + " denies"),
                        Optional.empty(),
                        List.of(step.from().get(), last.to()));
            }
        }
    }
}
