package dev.annals.domain.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.conflict.Moves.Contradiction;
import dev.annals.domain.conflict.Moves.Step;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact.PlaceRenamed;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A step contradicts the others if no reading explains it: here every reading of a few short dates
 * is tried, with every order of what falls on one day.
 */
class MovesTest {

    private static final int DAYS = 5;

    @Test
    void a_step_is_a_contradiction_just_if_no_reading_of_all_dates_explains_it() {
        int contradictions = 0;
        for (long seed = 0; seed < 4_000; seed++) {
            List<Step<String>> steps = steps(new Random(seed));
            Set<Long> found = new TreeSet<>();
            for (Contradiction<String> contradiction : new Moves<>(steps).contradictions()) {
                found.add(contradiction.step().fact().position());
            }
            assertThat(found).as("seed %d: %s", seed, steps).isEqualTo(unexplained(steps));
            contradictions += found.size();
        }
        assertThat(contradictions).isGreaterThan(400);
    }

    private static List<Step<String>> steps(Random random) {
        List<Step<String>> steps = new ArrayList<>();
        int count = 2 + random.nextInt(3);
        for (int i = 1; i <= count; i++) {
            int first = 1 + random.nextInt(DAYS);
            int last = first + random.nextInt(DAYS + 1 - first) * random.nextInt(2);
            String to = "ABC".substring(random.nextInt(3)).substring(0, 1);
            Optional<String> from = Optional.of("ABC".substring(random.nextInt(3)).substring(0, 1));
            EdtfDate date = EdtfDate.parse("[1961-10-0%d..1961-10-0%d]".formatted(first, last));
            PlaceRenamed renamed =
                    new PlaceRenamed(
                            new Slug("x"),
                            to,
                            from,
                            date,
                            new Provenance(List.of(), Optional.empty()));
            steps.add(Step.of(new Effective<>(new UUID(0, i), i, renamed), to, from));
        }
        steps.sort((a, b) -> Effective.BY_DATE.compare(a.fact(), b.fact()));
        return steps;
    }

    private static Set<Long> unexplained(List<Step<String>> steps) {
        Set<Long> unexplained = new TreeSet<>();
        steps.forEach(step -> unexplained.add(step.fact().position()));
        order(steps, new ArrayList<>(), Long.MIN_VALUE, unexplained);
        return unexplained;
    }

    /** Tries all orders that some days of the steps have, and drops the steps that fit. */
    private static void order(
            List<Step<String>> rest, List<Step<String>> order, long day, Set<Long> unexplained) {
        for (Step<String> next : rest) {
            long earliest = Math.max(day, next.reading().first().epochDay());
            if (earliest <= next.reading().last().epochDay()) {
                if (order.isEmpty() || next.from().get().equals(order.getLast().to())) {
                    if (canBeCompleted(without(rest, next), earliest)) {
                        unexplained.remove(next.fact().position());
                    }
                }
                List<Step<String>> longer = new ArrayList<>(order);
                longer.add(next);
                order(without(rest, next), longer, earliest, unexplained);
            }
        }
    }

    /** What is left comes on its last day at the latest: that must not be past. */
    private static boolean canBeCompleted(List<Step<String>> rest, long day) {
        return rest.stream().allMatch(step -> step.reading().last().epochDay() >= day);
    }

    private static List<Step<String>> without(List<Step<String>> steps, Step<String> one) {
        return steps.stream().filter(step -> step != one).toList();
    }
}
