package dev.annals.oracle;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.Dated;
import dev.annals.domain.fact.RecordedFact;
import java.util.ArrayList;
import java.util.List;

/** What began and ended between two dates: all spans are looked at, each on both sides. */
public final class Turns {

    /** A begin or an end, with its bounds. */
    public record Turn(boolean isBegin, PlainSpan span, String certainty, Bounds bounds) {}

    private final FactsInEffect facts;
    private final Bounds days;
    private final List<Turn> found = new ArrayList<>();

    private Turns(FactsInEffect facts, Bounds days) {
        this.facts = facts;
        this.days = days;
    }

    public static List<Turn> in(List<RecordedFact> log, long known, Bounds days) {
        Turns turns = new Turns(FactsInEffect.of(log, known), days);
        for (PlainSpan span : new Oracle(log, known).spans()) {
            turns.add(true, span, span.since().bounds(), span.begins(), span.isBefore());
            span.until().ifPresent(u -> turns.add(false, span, u.bounds(), span.ends(), false));
        }
        return turns.found;
    }

    private void add(
            boolean isBegin, PlainSpan span, Bounds moment, List<Long> givers, boolean neverSure) {
        if (moment.earliest().isAfter(days.latest()) || moment.latest().isBefore(days.earliest())) {
            return;
        }
        List<Effective<? extends Dated>> dated = new ArrayList<>();
        for (Effective<Fact.Plain> fact : facts.byPosition()) {
            if (givers.contains(fact.position()) && fact.content() instanceof Dated content) {
                dated.add(new Effective<>(fact.id(), fact.position(), content));
            }
        }
        Day first = Doubt.earlier(moment.earliest(), dated);
        Day last = Doubt.later(moment.latest(), dated);
        // A begin is sure only if it has a latest day, an end only if it has an earliest.
        boolean hasNoBound = isBegin ? !last.isBounded() : !first.isBounded();
        boolean isSure =
                !neverSure
                        && !hasNoBound
                        && !first.isBefore(days.earliest())
                        && !last.isAfter(days.latest());
        found.add(new Turn(isBegin, span, isSure ? "certain" : "possible", moment));
    }
}
