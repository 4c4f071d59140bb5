package dev.annals.oracle;

import static dev.annals.oracle.FactsInEffect.bounds;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.BodyRelocated;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Fact.PlaceRenamed;
import dev.annals.domain.fact.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Section 3, "Resting places and place names". */
final class Chains {

    private record Step(Effective<? extends Fact.Dated> fact, String to, Optional<String> from) {}

    private final FactsInEffect facts;

    Chains(FactsInEffect facts) {
        this.facts = facts;
    }

    List<PlainSpan> restingPlaces() {
        List<Effective<BodyRelocated>> all = facts.inOrder(BodyRelocated.class);
        List<PlainSpan> spans = new ArrayList<>();
        for (Slug person : all.stream().map(f -> f.content().person()).distinct().toList()) {
            List<Step> steps = new ArrayList<>();
            for (Effective<BodyRelocated> fact : all) {
                if (fact.content().person().equals(person)) {
                    Optional<String> from = fact.content().from().map(Slug::value);
                    steps.add(new Step(fact, fact.content().to().value(), from));
                }
            }
            Optional<Effective<PersonDied>> firstDeath =
                    facts.inOrder(PersonDied.class).stream()
                            .filter(death -> death.content().person().equals(person))
                            .findFirst();
            spans.addAll(spans("body", person, steps, firstDeath));
        }
        return spans;
    }

    /** "PlaceRenamed facts of one place work the same way (from name, to name; no death)." */
    List<PlainSpan> placeNames() {
        List<Effective<PlaceRenamed>> all = facts.inOrder(PlaceRenamed.class);
        List<PlainSpan> spans = new ArrayList<>();
        for (Slug place : all.stream().map(f -> f.content().place()).distinct().toList()) {
            List<Step> steps = new ArrayList<>();
            for (Effective<PlaceRenamed> fact : all) {
                if (fact.content().place().equals(place)) {
                    steps.add(new Step(fact, fact.content().to(), fact.content().from()));
                }
            }
            spans.addAll(spans("place", place, steps, Optional.empty()));
        }
        return spans;
    }

    private static List<PlainSpan> spans(
            String kind, Slug subject, List<Step> steps, Optional<Effective<PersonDied>> death) {
        List<PlainSpan> spans = new ArrayList<>();
        Step first = steps.getFirst();
        if (first.from().isPresent()) {
            spans.add(
                    before(first, death)
                            .span(
                                    kind,
                                    subject.value(),
                                    first.from().get(),
                                    false,
                                    first.fact().position(),
                                    true));
        }
        // "each opens a span at `to`, ended by the next one (its bounds …)"
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Optional<Stretch.End> end =
                    i == steps.size() - 1
                            ? Optional.empty()
                            : Optional.of(endedBy(steps.get(i + 1)));
            spans.add(
                    Stretch.from(step.fact(), end)
                            .span(
                                    kind,
                                    subject.value(),
                                    step.to(),
                                    false,
                                    step.fact().position(),
                                    false));
        }
        return spans;
    }

    /**
     * "An earlier span at `from` comes before it: its begin has earliest = the person's first
     * death's earliest (no bound if no death is recorded, or only after the relocation's latest)
     * and latest = the first relocation's latest, and it is never certain."
     */
    private static Stretch before(Step first, Optional<Effective<PersonDied>> death) {
        Day latest = bounds(first.fact()).latest();
        Day earliest = Day.BEFORE_ALL;
        List<Effective<PersonDied>> begins = new ArrayList<>();
        if (death.isPresent() && !bounds(death.get()).earliest().isAfter(latest)) {
            earliest = bounds(death.get()).earliest();
            // A death without an earliest day gives no bound, as none recorded does.
            if (earliest.isBounded()) {
                begins.add(death.get());
            }
        }
        Bounds begin = new Bounds(earliest, latest);
        return new Stretch(begin, begins, true, Optional.of(endedBy(first)));
    }

    private static Stretch.End endedBy(Step step) {
        return new Stretch.End(bounds(step.fact()), List.of(step.fact()), List.of());
    }
}
