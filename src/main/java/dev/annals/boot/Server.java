package dev.annals.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * One run of PostgreSQL on a cluster, as a child process; durable, and reached from this machine
 * only.
 */
final class Server {

    static final String HOST = "127.0.0.1";

    private static final Logger LOG = Logger.getLogger("dev.annals.boot.postgres");
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final int MOST_LINES = 20;

    /** Given with the command and so in force whatever the cluster's files say. */
    private static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("listen_addresses", HOST),
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("full_page_writes", "on"),
                    // While a large file comes: few checkpoints, and others than the one process
                    // that stores its facts write log and pages out.
                    Map.entry("max_wal_size", "4GB"),
                    Map.entry("wal_buffers", "64MB"),
                    Map.entry("shared_buffers", "256MB"),
                    Map.entry("bgwriter_delay", "20ms"),
                    Map.entry("bgwriter_lru_maxpages", "2000"),
                    Map.entry("bgwriter_lru_multiplier", "4"),
                    // No statement is worth compiling.
                    Map.entry("jit", "off"),
                    Map.entry("timezone", "UTC"),
                    Map.entry("logging_collector", "off"),
                    Map.entry("log_destination", "stderr"),
                    Map.entry("log_line_prefix", ""),
                    Map.entry("log_checkpoints", "off"),
                    // Errors of statements come back to the service, which tells of those that
                    // matter.
                    Map.entry("log_min_messages", "log"));

    private final Cluster cluster;
    private final Process process;
    private final Thread output;
    private final List<String> complaints = new ArrayList<>();

    private Server(Cluster cluster, Process process) {
        this.cluster = cluster;
        this.process = process;
        this.output =
                Thread.ofPlatform().daemon().name("postgres-output").unstarted(this::passOnOutput);
    }

    /** Begins to start; {@link #awaitReady} tells when it answers. */
    static Server start(PostgresBinaries binaries, Cluster cluster, int port) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-D", cluster.folder().toString(), "-p", "" + port));
        SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        ProcessBuilder builder =
                new ProcessBuilder(
                        binaries.detachedCommand("postgres", arguments.toArray(String[]::new)));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Server server = new Server(cluster, builder.redirectErrorStream(true).start());
        server.output.start();
        return server;
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits as long as it takes: after a crash, PostgreSQL first reads back what it had promised to
     * keep.
     *
     * @return whether it answers; false if it has ended
     */
    boolean awaitReady() throws InterruptedException {
        long toldNanos = System.nanoTime();
        while (process.isAlive()) {
            if (cluster.note().filter(note -> note.pid() == pid() && note.isReady()).isPresent()) {
                return true;
            }
            if (System.nanoTime() - toldNanos > TELL_EVERY.toNanos()) {
                LOG.info("PostgreSQL is not ready yet");
                toldNanos = System.nanoTime();
            }
            Thread.sleep(POLL);
        }
        return false;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * @return the exit code
     */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Why a server that has ended could not run, in one line. */
    String complaint() throws InterruptedException {
        output.join(LAST_WORDS);
        synchronized (this) {
            return complaints.isEmpty()
                    ? "exit code " + process.exitValue()
                    : String.join("; ", complaints);
        }
    }

    /** Its pipe must be read to the end, or PostgreSQL would come to a halt once it is full. */
    private void passOnOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                passOn(line);
            }
        } catch (IOException e) {
            LOG.debugf("output of PostgreSQL ended: %s", e);
        }
    }

    private synchronized void passOn(String line) {
        boolean isReport = line.startsWith("LOG:") || line.isBlank();
        LOG.log(line.startsWith("PANIC:") ? Logger.Level.ERROR : Logger.Level.DEBUG, line);
        if (!isReport && complaints.size() < MOST_LINES) {
            complaints.add(line.strip().replaceAll("\\s+", " "));
        }
    }
}
