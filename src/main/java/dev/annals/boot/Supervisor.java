package dev.annals.boot;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Keeps a server running on a cluster, on one port, until it is told to stop. */
final class Supervisor {

    private static final Logger LOG = Logger.getLogger(Supervisor.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONG_RUN = Duration.ofSeconds(30);
    private static final Duration LEFTOVERS_END = Duration.ofSeconds(15);

    private final PostgresBinaries binaries;
    private final Cluster cluster;
    private int port = Ports.free();
    private Optional<Server> server = Optional.empty();
    private boolean isStopping;

    Supervisor(PostgresBinaries binaries, Cluster cluster) {
        this.binaries = binaries;
        this.cluster = cluster;
    }

    /** Settled once the server has started. */
    synchronized int port() {
        return port;
    }

    /**
     * Starts the server and waits until it answers. Tries again if the port was taken meanwhile, or
     * while the last processes of a killed server leave.
     *
     * @throws BootFailure if the server cannot serve the cluster
     */
    void start() throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        Server started = launch();
        while (!started.awaitReady()) {
            String complaint = started.complaint();
            boolean isPortTaken = complaint.contains("could not bind");
            boolean isLeaving = complaint.contains("still in use");
            boolean isLate = System.nanoTime() - startNanos > LEFTOVERS_END.toNanos();
            if (isLate || !(isPortTaken || isLeaving)) {
                throw new BootFailure(
                        "PostgreSQL cannot serve " + cluster.folder() + ": " + complaint);
            }
            Thread.sleep(FIRST_PAUSE);
            if (isPortTaken) {
                takeOtherPort();
            }
            started = launch();
        }
    }

    private synchronized void takeOtherPort() {
        port = Ports.free();
    }

    private synchronized Server launch() throws IOException {
        if (isStopping) {
            throw new BootFailure("ended while PostgreSQL was starting");
        }
        Optional<ServerNote> note = cluster.note();
        if (note.isPresent() && !note.get().isTrue()) {
            note.get().forget();
        }
        Server started = Server.start(binaries, cluster, port);
        server = Optional.of(started);
        return started;
    }

    /**
     * Starts the server again whenever it ends: on the same port, which the service keeps trying.
     */
    void watch() {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                long startNanos = System.nanoTime();
                int code = current().orElseThrow().awaitEnd();
                if (isStopping()) {
                    return;
                }
                boolean wasLongRun = System.nanoTime() - startNanos > LONG_RUN.toNanos();
                pause = wasLongRun ? FIRST_PAUSE : pause;
                LOG.warnf("PostgreSQL has ended (exit code %d); starting it again", code);
                Thread.sleep(pause);
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
                startAgain();
            }
        } catch (InterruptedException | BootFailure _) {
            LOG.debug("PostgreSQL is no longer watched");
        }
    }

    private void startAgain() throws InterruptedException {
        try {
            Server started = launch();
            if (started.awaitReady()) {
                LOG.infof("PostgreSQL answers again (process %d)", started.pid());
            } else if (!isStopping()) {
                LOG.warnf("PostgreSQL did not start: %s", started.complaint());
            }
        } catch (IOException e) {
            LOG.warnf("PostgreSQL did not start: %s", e);
        }
    }

    private synchronized Optional<Server> current() {
        return server;
    }

    private synchronized boolean isStopping() {
        return isStopping;
    }

    /** A server that ends from now on stays ended. */
    synchronized void stopWatching() {
        isStopping = true;
    }

    void stop() throws IOException, InterruptedException {
        stopWatching();
        Optional<Server> last = current();
        if (last.isPresent()) {
            Ending.of(last.get().pid(), last.get()::isAlive, binaries);
        }
    }
}
