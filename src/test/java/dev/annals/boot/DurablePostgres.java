package dev.annals.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** The service's own PostgreSQL on a new folder, with its settings, fsync on, and its tables. */
public final class DurablePostgres implements AutoCloseable {

    /** PostgreSQL's own figures; {@code -Dannals.speed.settings=name=value;…} adds others. */
    private static final String SETTINGS =
            """

            shared_preload_libraries = 'pg_stat_statements'
            pg_stat_statements.track_planning = on
            """;

    private final Cluster cluster;
    private final Supervisor supervisor;

    private DurablePostgres(Cluster cluster, Supervisor supervisor) {
        this.cluster = cluster;
        this.supervisor = supervisor;
    }

    public static DurablePostgres start(Path folder) {
        try {
            DataFolder data = DataFolder.settle(folder);
            PostgresBinaries binaries = PostgresBinaries.unpack(data);
            Cluster cluster = Cluster.settle(data, binaries);
            Files.writeString(
                    cluster.folder().resolve("postgresql.conf"),
                    SETTINGS,
                    StandardOpenOption.APPEND);
            DurablePostgres postgres =
                    new DurablePostgres(cluster, new Supervisor(binaries, cluster));
            postgres.supervisor.start();
            Flyway.configure().dataSource(postgres.jdbc(), null, null).load().migrate();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code ANNALS_DATABASE_URL} has it. */
    public String url() {
        return cluster.urlAt(supervisor.port());
    }

    private String jdbc() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&password=%s"
                .formatted(supervisor.port(), cluster.password().value());
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbc());
    }

    @Override
    public void close() {
        try {
            supervisor.stop();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
