package dev.annals.boot;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Ends a PostgreSQL, gently first. What was committed is kept by each of the ways: they differ in
 * how much has to be read back at the next start.
 */
final class Ending {

    private static final Logger LOG = Logger.getLogger(Ending.class);
    private static final Duration FAST = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(20);

    private Ending() {}

    /**
     * @param isRunning whether the process of that number still is the server meant
     */
    static void of(long pid, BooleanSupplier isRunning, PostgresBinaries binaries)
            throws IOException, InterruptedException {
        if (!signalled("INT", pid, isRunning, binaries, FAST)
                && !signalled("QUIT", pid, isRunning, binaries, IMMEDIATE)
                && isRunning.getAsBoolean()) {
            LOG.warnf("PostgreSQL (process %d) did not end when asked; killing it", pid);
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            ended(isRunning, IMMEDIATE);
        }
    }

    /** Java itself can only send SIGTERM, on which PostgreSQL waits for every client to leave. */
    private static boolean signalled(
            String signal,
            long pid,
            BooleanSupplier isRunning,
            PostgresBinaries binaries,
            Duration atMost)
            throws IOException, InterruptedException {
        if (isRunning.getAsBoolean()) {
            new ProcessBuilder(binaries.command("pg_ctl", "kill", signal, Long.toString(pid)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
        return ended(isRunning, atMost);
    }

    private static boolean ended(BooleanSupplier isRunning, Duration atMost)
            throws InterruptedException {
        long startNanos = System.nanoTime();
        while (isRunning.getAsBoolean()) {
            if (System.nanoTime() - startNanos > atMost.toNanos()) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }
}
