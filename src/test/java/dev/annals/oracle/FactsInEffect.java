package dev.annals.oracle;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.RecordedFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Section 2, "What is in effect": the plain facts that count, as known at a position. */
record FactsInEffect(List<Effective<Fact.Plain>> byPosition) {

    /** Section 3: "order of facts is by (earliest, latest, position)", an open end outermost. */
    static final Comparator<Effective<? extends Fact.Dated>> ORDER =
            Comparator.<Effective<? extends Fact.Dated>, Long>comparing(
                            f -> bounds(f).earliest().epochDay())
                    .thenComparing(f -> bounds(f).latest().epochDay())
                    .thenComparing(Effective::position);

    static FactsInEffect of(List<RecordedFact> log, long known) {
        // "As known at position K, look only at positions ≤ K."
        List<RecordedFact> seen = log.stream().filter(f -> f.position() <= known).toList();
        List<Effective<Fact.Plain>> inEffect = new ArrayList<>();
        for (RecordedFact fact : seen) {
            if (fact.fact() instanceof Fact.Plain own && !isRetracted(fact, seen)) {
                // Rule 2: "Its position, for every rule below, stays its own."
                Fact.Plain content = contentInEffect(fact, own, seen);
                inEffect.add(new Effective<>(fact.id(), fact.position(), content));
            }
        }
        return new FactsInEffect(inEffect);
    }

    /** Rule 1: "if a FactRetracted that is itself not retracted names it". */
    private static boolean isRetracted(RecordedFact fact, List<RecordedFact> seen) {
        for (RecordedFact other : seen) {
            if (other.fact() instanceof Fact.FactRetracted retraction
                    && retraction.fact().equals(fact.id())
                    && !isRetracted(other, seen)) {
                return true;
            }
        }
        return false;
    }

    /** Rule 2: "that of the last unretracted FactCorrected that names it, else its own". */
    private static Fact.Plain contentInEffect(
            RecordedFact fact, Fact.Plain own, List<RecordedFact> seen) {
        Fact.Plain content = own;
        for (RecordedFact other : seen) {
            if (other.fact() instanceof Fact.FactCorrected correction
                    && correction.fact().equals(fact.id())
                    && !isRetracted(other, seen)) {
                content = correction.with();
            }
        }
        return content;
    }

    static Bounds bounds(Effective<? extends Fact.Dated> fact) {
        return fact.content().date().bounds();
    }

    /** The facts of a type, in order of position. */
    <F extends Fact.Plain> List<Effective<F>> ofType(Class<F> type) {
        List<Effective<F>> facts = new ArrayList<>();
        for (Effective<Fact.Plain> fact : byPosition) {
            if (type.isInstance(fact.content())) {
                facts.add(new Effective<>(fact.id(), fact.position(), type.cast(fact.content())));
            }
        }
        return facts;
    }

    /** The facts of a type, in the order of section 3. */
    <F extends Fact.Dated> List<Effective<F>> inOrder(Class<F> type) {
        return ofType(type).stream().sorted(ORDER).toList();
    }
}
