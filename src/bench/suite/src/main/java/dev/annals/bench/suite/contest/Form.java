package dev.annals.bench.suite.contest;

import java.time.Duration;
import java.util.List;

/**
 * How much is done.
 *
 * @param turn how long a contestant works in a round
 * @param rounds those that count; one to warm up goes before them
 * @param small facts in the small timelines
 * @param large facts in the large ones
 * @param peer facts that a peer is loaded with, once
 * @param listeners clients of each fan-out
 * @param patience how long to wait for a quiet machine before each turn
 */
public record Form(
        String name,
        Duration turn,
        int rounds,
        int small,
        int large,
        int peer,
        List<Integer> listeners,
        Duration patience) {

    public static final Form TINY =
            new Form(
                    "tiny",
                    Duration.ofMillis(300),
                    1,
                    1_000,
                    4_000,
                    1_000,
                    List.of(50),
                    Duration.ofMillis(500));

    public static final Form SHORT =
            new Form(
                    "short",
                    Duration.ofSeconds(1),
                    3,
                    10_000,
                    100_000,
                    20_000,
                    List.of(1_000),
                    Duration.ofSeconds(3));

    public static final Form FULL =
            new Form(
                    "full",
                    Duration.ofSeconds(5),
                    5,
                    10_000,
                    1_000_000,
                    100_000,
                    List.of(1_000, 5_000, 10_000),
                    Duration.ofSeconds(60));

    public static Form named(String name) {
        return List.of(TINY, SHORT, FULL).stream()
                .filter(form -> form.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form is called " + name));
    }
}
