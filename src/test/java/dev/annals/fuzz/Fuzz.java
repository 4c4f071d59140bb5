package dev.annals.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * How much abuse there is: {@code -Dannals.fuzz.inputs=200000} inputs for each test, or a few. They
 * are the same on each machine. {@code -Dannals.fuzz.seed=…} begins where a failure says.
 */
final class Fuzz {

    private static final Optional<Long> INPUTS =
            Optional.ofNullable(Long.getLong("annals.fuzz.inputs"));
    private static final long FIRST_SEED = Long.getLong("annals.fuzz.seed", 1);
    private static final int MOST_FAILURES = 10;

    private final Map<String, String> failures = new LinkedHashMap<>();

    private Fuzz() {}

    /**
     * Runs all, and then fails with one input for each way to fail.
     *
     * @param few how many inputs, unless the command says it
     */
    static void run(long few, LongConsumer input) {
        Fuzz fuzz = new Fuzz();
        long end = FIRST_SEED + INPUTS.orElse(few);
        for (long seed = FIRST_SEED; seed < end; seed++) {
            long number = seed;
            fuzz.run("again with -Dannals.fuzz.seed=" + seed, () -> input.accept(number));
            if (fuzz.failures.size() == MOST_FAILURES) {
                break;
            }
        }
        fuzz.fail();
    }

    /** Runs all of a list, and then fails with those that failed. */
    static <T> void each(List<T> inputs, Consumer<T> input) {
        Fuzz fuzz = new Fuzz();
        for (int i = 0; i < inputs.size() && fuzz.failures.size() < MOST_FAILURES; i++) {
            T each = inputs.get(i);
            fuzz.run("input " + i, () -> input.accept(each));
        }
        fuzz.fail();
    }

    private void fail() {
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n\n", failures.values()));
        }
    }

    private void run(String name, Runnable input) {
        try {
            input.run();
        } catch (RuntimeException | AssertionError broken) {
            String message = String.valueOf(broken.getMessage());
            String kind = message.lines().findFirst().orElse("").replaceAll("[0-9]+|\".*\"", "");
            failures.putIfAbsent(kind, name + ": " + broken + where(broken));
        }
    }

    private static String where(Throwable broken) {
        return broken instanceof AssertionError ? "" : "\n  at " + broken.getStackTrace()[0];
    }
}
