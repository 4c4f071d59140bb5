package dev.annals.domain.date;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property on random input, and names the seed of the run that breaks it. */
final class Seeded {

    private Seeded() {}

    static void runs(int count, Consumer<Random> property) {
        long base = System.nanoTime();
        for (long seed = base; seed < base + count; seed++) {
            run(seed, property);
        }
    }

    /** Repeats one run, to look into a failure. */
    static void run(long seed, Consumer<Random> property) {
        try {
            property.accept(new Random(seed));
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
        }
    }

    static <T> T oneOf(Random random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    static char charOf(Random random, String choices) {
        return choices.charAt(random.nextInt(choices.length()));
    }
}
