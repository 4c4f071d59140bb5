package dev.annals.fire;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What a run does, told as it goes; what it found wrong; its figures. */
final class Report {

    private final long seed;
    private final long startNanos = System.nanoTime();
    private final Map<Fault, Integer> survived = new TreeMap<>();
    private final ConcurrentLinkedQueue<String> wrongs = new ConcurrentLinkedQueue<>();
    private Duration slowest = Duration.ZERO;
    private String slowestFault = "none";

    final AtomicLong acknowledged = new AtomicLong();
    final AtomicLong sentAgain = new AtomicLong();
    final AtomicLong reconnects = new AtomicLong();

    Report(long seed) {
        this.seed = seed;
        tell("seed " + seed + "; the same again: -Dannals.fire.seed=" + seed);
    }

    synchronized void tell(String what) {
        System.out.printf(
                "[fire %6.1f s] %s%n", (System.nanoTime() - startNanos) / 1_000_000_000.0, what);
    }

    /** Something that must never be. */
    void wrong(String what) {
        wrongs.add(what);
        tell("WRONG: " + what);
    }

    /**
     * @throws AssertionError if anything was wrong so far
     */
    void expectNothingWrong() {
        if (!wrongs.isEmpty()) {
            throw new AssertionError("seed " + seed + ":\n" + String.join("\n", wrongs));
        }
    }

    synchronized void survived(Fault fault, Duration recovery) {
        survived.merge(fault, 1, Integer::sum);
        if (recovery.compareTo(slowest) > 0) {
            slowest = recovery;
            slowestFault = fault.toString();
        }
        tell("    every node appends to every timeline again after " + seconds(recovery));
    }

    void summarize() {
        tell(
                "seed %d survived %s; %d facts acknowledged, %d appends sent again, %d reconnects of subscribers; slowest recovery %s (%s)"
                        .formatted(
                                seed,
                                survived,
                                acknowledged.get(),
                                sentAgain.get(),
                                reconnects.get(),
                                seconds(slowest),
                                slowestFault));
    }

    static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1_000.0);
    }
}
