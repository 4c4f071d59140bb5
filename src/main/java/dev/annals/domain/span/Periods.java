package dev.annals.domain.span;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.date.Margin;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes periods of the facts that begin and end them. */
final class Periods {

    /** An end: its bounds, the facts that give it, and the facts that only narrow it. */
    record End(
            Bounds bounds,
            List<? extends Effective<? extends Fact.Dated>> facts,
            List<? extends Effective<? extends Fact.Dated>> limits) {}

    private Periods() {}

    static Period open(Effective<? extends Fact.Dated> begin) {
        Bounds b = begin.content().date().bounds();
        return new Period(
                Moment.of(b, List.of(begin)),
                Optional.empty(),
                begin.content().date().margin().after(b.latest()),
                Day.AFTER_ALL,
                List.of(new Evidence(begin, Role.BEGINS)));
    }

    /**
     * Nothing ends before it begins: the end's earliest is raised and the begin's latest lowered.
     */
    static Period between(Effective<? extends Fact.Dated> begin, End end) {
        Bounds b = lowered(begin.content().date().bounds(), end);
        Bounds e = raised(end, b);
        return new Period(
                Moment.of(b, List.of(begin)),
                Optional.of(Moment.of(e, end.facts())),
                begin.content().date().margin().after(b.latest()),
                farthest(end.facts()).before(e.earliest()),
                evidence(List.of(begin), end));
    }

    /** A period of which only the end was recorded: that it had begun by then is never certain. */
    static Period before(
            Bounds begin, List<? extends Effective<? extends Fact.Dated>> begins, End end) {
        Bounds e = raised(end, begin);
        return new Period(
                Moment.of(begin, begins),
                Optional.of(Moment.of(e, end.facts())),
                Day.AFTER_ALL,
                farthest(end.facts()).before(e.earliest()),
                evidence(begins, end));
    }

    /** A period of which nothing is asked but whether it may cover a day from one to another. */
    static Period possible(Day from, Day until) {
        Bounds end = new Bounds(until, until);
        return new Period(
                new Moment(new Bounds(from, from), Optional.empty()),
                until.isBounded()
                        ? Optional.of(new Moment(end, Optional.empty()))
                        : Optional.empty(),
                Day.AFTER_ALL,
                until,
                List.of());
    }

    private static Bounds lowered(Bounds begin, End end) {
        return new Bounds(begin.earliest(), Day.earlier(begin.latest(), end.bounds().latest()));
    }

    private static Bounds raised(End end, Bounds begin) {
        return new Bounds(
                Day.later(end.bounds().earliest(), begin.earliest()), end.bounds().latest());
    }

    private static Margin farthest(List<? extends Effective<? extends Fact.Dated>> facts) {
        return facts.stream()
                .map(fact -> fact.content().date().margin())
                .max(Comparator.naturalOrder())
                .orElse(Margin.NONE);
    }

    private static List<Evidence> evidence(
            List<? extends Effective<? extends Fact.Dated>> begins, End end) {
        List<Evidence> evidence = new ArrayList<>();
        begins.forEach(fact -> evidence.add(new Evidence(fact, Role.BEGINS)));
        end.facts().forEach(fact -> evidence.add(new Evidence(fact, Role.ENDS)));
        end.limits().forEach(fact -> evidence.add(new Evidence(fact, Role.LIMITS)));
        return evidence;
    }
}
