package dev.annals.domain.span;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.PersonDied;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fold of what is in one state at a time and changes by steps: a body from place to place, a
 * place from name to name. Each step opens a link, which the next step ends.
 */
final class Chain {

    /** A change to {@code to}; {@code from} if the fact says what was left. */
    record Step<V>(Effective<? extends Fact.Dated> fact, V to, Optional<V> from) {}

    /** A stretch in one state. */
    record Link<V>(V value, Period period, long openedBy, boolean isBefore) {}

    private Chain() {}

    /**
     * @param steps in order of history
     * @param beginning what the state before the first step cannot precede, if anything
     */
    static <V> List<Link<V>> links(List<Step<V>> steps, Optional<Effective<PersonDied>> beginning) {
        List<Link<V>> links = new ArrayList<>();
        if (!steps.isEmpty() && steps.getFirst().from().isPresent()) {
            links.add(beforeFirst(steps.getFirst(), beginning));
        }
        for (int i = 0; i < steps.size(); i++) {
            Step<V> step = steps.get(i);
            Period period =
                    i + 1 < steps.size()
                            ? Periods.between(step.fact(), endedBy(steps.get(i + 1)))
                            : Periods.open(step.fact());
            links.add(new Link<>(step.to(), period, step.fact().position(), false));
        }
        return links;
    }

    private static <V> Link<V> beforeFirst(
            Step<V> first, Optional<Effective<PersonDied>> beginning) {
        Day latest = bounds(first.fact()).latest();
        List<Effective<PersonDied>> begins =
                beginning
                        .filter(fact -> bounds(fact).earliest().isBounded())
                        .filter(fact -> !bounds(fact).earliest().isAfter(latest))
                        .stream()
                        .toList();
        Day earliest = begins.isEmpty() ? Day.BEFORE_ALL : bounds(begins.getFirst()).earliest();
        Period period = Periods.before(new Bounds(earliest, latest), begins, endedBy(first));
        return new Link<>(first.from().orElseThrow(), period, first.fact().position(), true);
    }

    private static Periods.End endedBy(Step<?> step) {
        return new Periods.End(bounds(step.fact()), List.of(step.fact()), List.of());
    }

    private static Bounds bounds(Effective<? extends Fact.Dated> fact) {
        return fact.content().date().bounds();
    }
}
