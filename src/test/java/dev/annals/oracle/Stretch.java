package dev.annals.oracle;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The begin and, unless open, the end of a span: what the facts give, before rule 4 narrows it.
 *
 * @param begins the facts that give the begin
 */
record Stretch(
        Bounds begin,
        List<? extends Effective<? extends Fact.Dated>> begins,
        boolean neverCertain,
        Optional<End> end) {

    record End(
            Bounds bounds,
            List<? extends Effective<? extends Fact.Dated>> ends,
            List<? extends Effective<? extends Fact.Dated>> limits) {}

    static Stretch from(Effective<? extends Fact.Dated> begin, Optional<End> end) {
        return new Stretch(FactsInEffect.bounds(begin), List.of(begin), false, end);
    }

    PlainSpan span(
            String kind,
            String subject,
            String value,
            boolean acting,
            long openedBy,
            boolean isBefore) {
        Bounds b = begin;
        Optional<Bounds> e = end.map(End::bounds);
        if (e.isPresent()) {
            // Rule 4: "Then e.earliest is raised to b.earliest and b.latest lowered to e.latest."
            Day raised = Day.later(e.get().earliest(), begin.earliest());
            Day lowered = Day.earlier(begin.latest(), e.get().latest());
            e = Optional.of(new Bounds(raised, e.get().latest()));
            b = new Bounds(begin.earliest(), lowered);
        }
        List<? extends Effective<? extends Fact.Dated>> ends =
                end.<List<? extends Effective<? extends Fact.Dated>>>map(End::ends)
                        .orElse(List.of());
        return new PlainSpan(
                kind,
                subject,
                value,
                acting,
                openedBy,
                isBefore,
                when(b, begins),
                e.map(bounds -> when(bounds, ends)),
                neverCertain ? Day.AFTER_ALL : Doubt.later(b.latest(), begins),
                e.map(bounds -> Doubt.earlier(bounds.earliest(), ends)).orElse(Day.AFTER_ALL),
                positions(begins),
                positions(ends),
                end.map(given -> positions(given.limits())).orElse(List.of()));
    }

    private static List<Long> positions(List<? extends Effective<? extends Fact.Dated>> facts) {
        return facts.stream().<Long>map(Effective::position).toList();
    }

    /**
     * Section 5: "date is the fact's own EDTF string, or, where the rules narrowed the bounds, the
     * EDTF day or set that says them, null where none can". Of several facts that say the bounds,
     * the first in order.
     */
    private static PlainSpan.When when(
            Bounds bounds, List<? extends Effective<? extends Fact.Dated>> givers) {
        for (Effective<? extends Fact.Dated> fact :
                givers.stream().sorted(FactsInEffect.ORDER).toList()) {
            if (FactsInEffect.bounds(fact).equals(bounds)) {
                return new PlainSpan.When(bounds, Optional.of(fact.content().date().text()));
            }
        }
        return new PlainSpan.When(bounds, edtf(bounds));
    }

    private static Optional<String> edtf(Bounds bounds) {
        Optional<String> from = edtf(bounds.earliest());
        Optional<String> to = edtf(bounds.latest());
        if (from.isEmpty() || to.isEmpty() || from.get().isEmpty() && to.get().isEmpty()) {
            return Optional.empty();
        }
        return from.equals(to) ? from : Optional.of("[" + from.get() + ".." + to.get() + "]");
    }

    /** The day; nothing written for an open end; empty for a year that takes a {@code Y}. */
    private static Optional<String> edtf(Day day) {
        if (!day.isBounded()) {
            return Optional.of("");
        }
        LocalDate date = LocalDate.ofEpochDay(day.epochDay());
        return Math.abs(date.getYear()) > 9999 ? Optional.empty() : Optional.of(date.toString());
    }
}
