package dev.annals.domain.span;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeVacated;
import java.util.List;
import java.util.Optional;

/** A tenure while its end is looked for. */
record Term(
        Effective<OfficeAssumed> begin,
        Optional<Cap> cap,
        Optional<Effective<OfficeVacated>> vacation) {

    Bounds beginBounds() {
        return begin.content().date().bounds();
    }

    /** Whether a vacation can end this: not before it began, nor after something else ended it. */
    boolean fits(Bounds vacated) {
        return mayHaveBegunBy(vacated)
                && cap.map(c -> !c.bounds().latest().isBefore(vacated.earliest())).orElse(true);
    }

    /** Whether this, which no vacation has ended yet, may have begun by then. */
    boolean mayHaveBegunBy(Bounds vacated) {
        return vacation.isEmpty() && !beginBounds().earliest().isAfter(vacated.latest());
    }

    Term cappedBy(Optional<Cap> other) {
        return new Term(begin, other, vacation);
    }

    Term vacatedBy(Effective<OfficeVacated> fact) {
        return new Term(begin, cap, Optional.of(fact));
    }

    Span.Tenure tenure() {
        OfficeAssumed assumed = begin.content();
        return new Span.Tenure(
                assumed.office(), assumed.person(), assumed.isActing(), period(), begin.position());
    }

    private Period period() {
        return vacation.map(this::vacated)
                .or(() -> cap.map(c -> new Periods.End(c.bounds(), c.facts(), List.of())))
                .map(end -> Periods.between(begin, end))
                .orElseGet(() -> Periods.open(begin));
    }

    private Periods.End vacated(Effective<OfficeVacated> fact) {
        Bounds given = fact.content().date().bounds();
        Day limit = cap.map(c -> c.bounds().latest()).orElse(Day.AFTER_ALL);
        List<Effective<? extends Fact.Dated>> limits =
                limit.isBefore(given.latest()) ? cap.orElseThrow().latestFacts() : List.of();
        Bounds bounds = new Bounds(given.earliest(), Day.earlier(given.latest(), limit));
        return new Periods.End(bounds, List.of(fact), limits);
    }
}
