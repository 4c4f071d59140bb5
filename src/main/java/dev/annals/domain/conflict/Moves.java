package dev.annals.domain.conflict;

import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of what is in one state at a time, a body at a place or a place under a name, and those
 * that leave a state which it was not in.
 */
final class Moves<V> {

    /** A change to {@code to}; {@code from} if the fact says what was left. */
    record Step<V>(Effective<? extends Fact.Dated> fact, Reading reading, V to, Optional<V> from) {

        static <V> Step<V> of(Effective<? extends Fact.Dated> fact, V to, Optional<V> from) {
            return new Step<>(fact, Reading.of(fact), to, from);
        }
    }

    /**
     * A step that leaves what was left before.
     *
     * @param last the last step that surely came before: whatever came between, nothing led back
     */
    record Contradiction<V>(Step<V> step, V from, Step<V> last) {}

    private final List<Step<V>> steps;
    private final Reach<Step<V>> byLast;
    private final Map<V, Reach<Step<V>>> into = new HashMap<>();

    /**
     * @param steps in order of history
     */
    Moves(List<Step<V>> steps) {
        this.steps = steps;
        this.byLast = new Reach<>(steps, s -> s.reading().last(), s -> s.reading().first());
        Map<V, List<Step<V>>> byState = new HashMap<>();
        steps.forEach(s -> byState.computeIfAbsent(s.to(), _ -> new ArrayList<>()).add(s));
        byState.forEach((state, those) -> into.put(state, byFirst(those)));
    }

    private static <V> Reach<Step<V>> byFirst(List<Step<V>> steps) {
        return new Reach<>(steps, s -> s.reading().first(), s -> s.reading().last());
    }

    List<Contradiction<V>> contradictions() {
        List<Contradiction<V>> found = new ArrayList<>();
        for (Step<V> step : steps) {
            Optional<Step<V>> last = byLast.before(step.reading().first());
            if (step.from().isPresent() && last.isPresent()) {
                V from = step.from().get();
                if (!mayHaveLedTo(from, last.get().reading().first(), step)) {
                    found.add(new Contradiction<>(step, from, last.get()));
                }
            }
        }
        return found;
    }

    /**
     * Whether some other step may have led into the state just before this one: it can be read as
     * not after this step, and as not before {@code since}, when the last sure step can be read to
     * have come.
     */
    private boolean mayHaveLedTo(V state, Day since, Step<V> step) {
        Reach<Step<V>> those = step.to().equals(state) ? others(step) : into.get(state);
        return those != null
                && those.upTo(step.reading().last())
                        .filter(s -> !s.reading().last().isBefore(since))
                        .isPresent();
    }

    private Reach<Step<V>> others(Step<V> step) {
        return byFirst(steps.stream().filter(s -> s != step && s.to().equals(step.to())).toList());
    }
}
