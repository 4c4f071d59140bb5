package dev.annals.oracle;

import static dev.annals.oracle.FactsInEffect.ORDER;
import static dev.annals.oracle.FactsInEffect.bounds;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.OfficeAbolished;
import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeDescribed;
import dev.annals.domain.fact.Fact.OfficeVacated;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Section 3, "Tenures". */
final class Tenures {

    private static final class Tenure {
        final Effective<OfficeAssumed> begin;
        Optional<Cap> cap;
        Optional<Effective<OfficeVacated>> vacation = Optional.empty();

        Tenure(Effective<OfficeAssumed> begin, Optional<Cap> cap) {
            this.begin = begin;
            this.cap = cap;
        }

        Bounds b() {
            return bounds(begin);
        }
    }

    /** The first of several imprecise moments, and the facts that give its earliest or latest. */
    private record Cap(Bounds bounds, List<Effective<? extends Fact.Dated>> facts) {}

    private final FactsInEffect facts;

    Tenures(FactsInEffect facts) {
        this.facts = facts;
    }

    List<PlainSpan> spans() {
        List<Tenure> tenures = new ArrayList<>();
        // Rule 1: "Each OfficeAssumed opens a tenure."
        for (Effective<OfficeAssumed> begin : facts.inOrder(OfficeAssumed.class)) {
            tenures.add(new Tenure(begin, cap(begin, _ -> false)));
        }
        // Rule 3: "Each OfficeVacated, taken by (latest, earliest, position)."
        facts.ofType(OfficeVacated.class).stream()
                .sorted(
                        Comparator.<Effective<OfficeVacated>, Day>comparing(v -> bounds(v).latest())
                                .thenComparing(v -> bounds(v).earliest())
                                .thenComparing(Effective::position))
                .forEach(vacation -> match(vacation, tenures));
        return tenures.stream().map(Tenures::span).toList();
    }

    /** Rule 2. */
    private Optional<Cap> cap(
            Effective<OfficeAssumed> begin, Predicate<Effective<OfficeAssumed>> leftOut) {
        List<Effective<? extends Fact.Dated>> moments = new ArrayList<>();
        next(begin, leftOut).ifPresent(moments::add);
        // "the person's first PersonDied whose latest ≥ b.earliest"
        facts.inOrder(PersonDied.class).stream()
                .filter(death -> death.content().person().equals(begin.content().person()))
                .filter(death -> !bounds(death).latest().isBefore(bounds(begin).earliest()))
                .findFirst()
                .ifPresent(moments::add);
        // "the office's first OfficeAbolished whose latest ≥ b.earliest"
        facts.inOrder(OfficeAbolished.class).stream()
                .filter(abolition -> abolition.content().office().equals(begin.content().office()))
                .filter(abolition -> !bounds(abolition).latest().isBefore(bounds(begin).earliest()))
                .findFirst()
                .ifPresent(moments::add);
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        Day earliest = Day.AFTER_ALL;
        Day latest = Day.AFTER_ALL;
        for (Effective<? extends Fact.Dated> moment : moments) {
            earliest = Day.earlier(earliest, bounds(moment).earliest());
            latest = Day.earlier(latest, bounds(moment).latest());
        }
        Bounds first = new Bounds(earliest, latest);
        moments.removeIf(
                moment ->
                        !bounds(moment).earliest().equals(first.earliest())
                                && !bounds(moment).latest().equals(first.latest()));
        return Optional.of(new Cap(first, moments));
    }

    /** Rule 2: "the next OfficeAssumed, in order, that …". */
    private Optional<Effective<OfficeAssumed>> next(
            Effective<OfficeAssumed> begin, Predicate<Effective<OfficeAssumed>> leftOut) {
        for (Effective<OfficeAssumed> other : facts.inOrder(OfficeAssumed.class)) {
            boolean sameOffice = other.content().office().equals(begin.content().office());
            boolean samePerson = other.content().person().equals(begin.content().person());
            boolean passedOver =
                    !samePerson && !isActing(begin.content()) && isActing(other.content());
            boolean succeeds = samePerson || hasOneSeat(begin.content().office()) && !passedOver;
            boolean later = ORDER.compare(begin, other) < 0;
            if (later && sameOffice && succeeds && !leftOut.test(other)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static boolean isActing(OfficeAssumed assumed) {
        return assumed.acting().orElse(false);
    }

    /** "The last …Described fact in effect"; "default 1; 0 = any number". */
    private boolean hasOneSeat(Slug office) {
        int seats = 1;
        for (Effective<OfficeDescribed> described : facts.ofType(OfficeDescribed.class)) {
            if (described.content().office().equals(office)) {
                seats = described.content().seats().orElse(1);
            }
        }
        return seats == 1;
    }

    /** Rule 3. */
    private void match(Effective<OfficeVacated> vacation, List<Tenure> tenures) {
        List<Tenure> candidates =
                tenures.stream()
                        .filter(t -> t.begin.content().office().equals(vacation.content().office()))
                        .filter(t -> t.begin.content().person().equals(vacation.content().person()))
                        .filter(t -> t.vacation.isEmpty())
                        .toList();
        Optional<Tenure> found = preferred(vacation, candidates);
        if (found.isEmpty()) {
            // "search again among the tenures whose begin is imprecise, leaving out …"
            List<Tenure> again = new ArrayList<>();
            for (Tenure tenure : candidates) {
                if (tenure.b().earliest().isBefore(tenure.b().latest())) {
                    again.add(new Tenure(tenure.begin, cap(tenure.begin, guessed(tenure))));
                }
            }
            Optional<Tenure> recapped = preferred(vacation, again);
            found = candidates.stream().filter(t -> isSame(recapped, t)).findFirst();
            // "the cap so found is then the tenure's"
            found.ifPresent(tenure -> tenure.cap = recapped.get().cap);
        }
        found.ifPresent(tenure -> tenure.vacation = Optional.of(vacation));
    }

    private static boolean isSame(Optional<Tenure> recapped, Tenure tenure) {
        return recapped.isPresent() && recapped.get().begin.equals(tenure.begin);
    }

    /** "every OfficeAssumed of another person whose earliest ≤ b.latest". */
    private static Predicate<Effective<OfficeAssumed>> guessed(Tenure tenure) {
        return other ->
                !other.content().person().equals(tenure.begin.content().person())
                        && !bounds(other).earliest().isAfter(tenure.b().latest());
    }

    private static Optional<Tenure> preferred(
            Effective<OfficeVacated> vacation, List<Tenure> tenures) {
        Bounds its = bounds(vacation);
        Tenure best = null;
        for (Tenure tenure :
                tenures.stream().sorted(Comparator.comparing(t -> t.begin, ORDER)).toList()) {
            boolean fits =
                    !tenure.b().earliest().isAfter(its.latest())
                            && (tenure.cap.isEmpty()
                                    || !tenure.cap
                                            .get()
                                            .bounds()
                                            .latest()
                                            .isBefore(its.earliest()));
            // "prefers tenures with b.earliest < its earliest; among equals, the latest begun"
            boolean before = tenure.b().earliest().isBefore(its.earliest());
            boolean bestBefore = best != null && best.b().earliest().isBefore(its.earliest());
            if (fits && (before || !bestBefore)) {
                best = tenure;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Rule 4. */
    private static PlainSpan span(Tenure tenure) {
        Optional<Stretch.End> end =
                tenure.vacation.isPresent()
                        ? Optional.of(vacated(tenure.vacation.get(), tenure.cap))
                        : tenure.cap.map(
                                cap -> new Stretch.End(cap.bounds(), cap.facts(), List.of()));
        OfficeAssumed assumed = tenure.begin.content();
        return Stretch.from(tenure.begin, end)
                .span(
                        "office",
                        assumed.office().value(),
                        assumed.person().value(),
                        isActing(assumed),
                        tenure.begin.position(),
                        false);
    }

    /** "e = its bounds, but e.latest no later than cap.latest". */
    private static Stretch.End vacated(Effective<OfficeVacated> vacation, Optional<Cap> cap) {
        Bounds its = bounds(vacation);
        if (cap.isEmpty() || !cap.get().bounds().latest().isBefore(its.latest())) {
            return new Stretch.End(its, List.of(vacation), List.of());
        }
        Day limit = cap.get().bounds().latest();
        List<Effective<? extends Fact.Dated>> limits =
                cap.get().facts().stream().filter(f -> bounds(f).latest().equals(limit)).toList();
        return new Stretch.End(new Bounds(its.earliest(), limit), List.of(vacation), limits);
    }
}
