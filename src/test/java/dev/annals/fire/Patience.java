package dev.annals.fire;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what must come, and says what did not. */
record Patience(Duration limit) {

    private static final Duration POLL = Duration.ofMillis(20);

    static Patience atMost(Duration limit) {
        return new Patience(limit);
    }

    /**
     * @return how long it took
     */
    Duration until(String what, BooleanSupplier condition) {
        long startNanos = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - startNanos > limit.toNanos()) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
            }
            pause(POLL);
        }
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
