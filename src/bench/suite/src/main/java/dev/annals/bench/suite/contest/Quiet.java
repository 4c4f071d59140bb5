package dev.annals.bench.suite.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Waits until nobody else uses the machine: its processors rest, and a commit takes not much longer
 * than the best one of this run.
 */
public final class Quiet {

    /** What was found before a turn. */
    public record Reading(double flushMicros, double busyShare, boolean isQuiet) {}

    private static final int COMMITS = 40;
    private static final double BUSY_SHARE = 0.15;
    private static final double SLOW_FLUSH = 2;
    private static final Duration LOOK = Duration.ofMillis(150);

    private final Connection connection;
    private final Duration patience;
    private double bestMicros = Double.MAX_VALUE;

    public Quiet(Connection connection, Duration patience) throws SQLException {
        this.connection = connection;
        this.patience = patience;
        try (var statement = connection.createStatement()) {
            statement.execute("create table flushes (id bigint generated always as identity)");
        }
    }

    /** Returns when it is quiet, or when patience is at an end. */
    public Reading await() throws Exception {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        while (true) {
            double busy = busyShare();
            double micros = flushMicros();
            bestMicros = Math.min(bestMicros, micros);
            boolean isQuiet = busy <= BUSY_SHARE && micros <= SLOW_FLUSH * bestMicros;
            if (isQuiet || System.nanoTime() > deadlineNanos) {
                return new Reading(micros, busy, isQuiet);
            }
        }
    }

    /** The median of some commits, one row each. */
    private double flushMicros() throws SQLException {
        double[] micros = new double[COMMITS];
        try (PreparedStatement insert =
                connection.prepareStatement("insert into flushes default values")) {
            for (int i = 0; i < COMMITS; i++) {
                long startNanos = System.nanoTime();
                insert.executeUpdate();
                micros[i] = (System.nanoTime() - startNanos) / 1e3;
            }
        }
        Arrays.sort(micros);
        return micros[COMMITS / 2];
    }

    /** Of all processors together, over a moment in which this process only waits. */
    private static double busyShare() throws IOException, InterruptedException {
        Path stat = Path.of("/proc/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        long[] before = ticks(stat);
        Thread.sleep(LOOK);
        long[] after = ticks(stat);
        double all = Math.max(1, after[0] - before[0]);
        return 1 - (after[1] - before[1]) / all;
    }

    /** All, and those at rest. */
    private static long[] ticks(Path stat) throws IOException {
        String[] fields = Files.readAllLines(stat).getFirst().split("\\s+");
        long all = 0;
        for (int i = 1; i <= 8; i++) {
            all += Long.parseLong(fields[i]);
        }
        return new long[] {all, Long.parseLong(fields[4])};
    }
}
