package dev.annals.fire;

import dev.annals.boot.PostgresPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL on a small disk of its own, durable, that can be killed, started again, copied to a
 * standby and promoted. Nothing is written before it must be, so that what a commit did not flush
 * is lost with the process.
 */
final class PostgresServer implements AutoCloseable {

    static final String STANDBY = "standby";

    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final int DISK_MEGABYTES = 192;

    private final PostgresPrograms programs;
    private final Disk disk;
    private final Path log;
    private final int port = PostgresPrograms.freePort();
    private Process process;

    private PostgresServer(PostgresPrograms programs, Path folder) {
        this.programs = programs;
        this.disk = Disk.mount(folder.resolve("disk"), DISK_MEGABYTES);
        this.log = folder.resolve("postgres.log");
    }

    /** A new database, running. */
    static PostgresServer start(PostgresPrograms programs, Path folder) {
        PostgresServer server = new PostgresServer(programs, folder);
        server.run(
                "initdb",
                "--pgdata=" + server.data(),
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF-8",
                "--locale=C",
                "--wal-segsize=1",
                "--no-sync");
        server.start();
        return server;
    }

    /** A running standby of a running server, which from now on waits for it at each commit. */
    static PostgresServer standbyOf(
            PostgresServer primary, PostgresPrograms programs, Path folder) {
        PostgresServer standby = new PostgresServer(programs, folder);
        try (Connection connection = primary.connect();
                Statement backup = connection.createStatement()) {
            backup.execute("select pg_backup_start('standby', true)");
            Backup.copy(primary.outside(), standby.outside());
            try (ResultSet stopped =
                    backup.executeQuery("select labelfile from pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(standby.outside().resolve("backup_label"), stopped.getString(1));
            }
            Files.writeString(
                    standby.outside().resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres application_name=%s'\n"
                            .formatted(primary.port, STANDBY));
            Files.createFile(standby.outside().resolve("standby.signal"));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        standby.start();
        primary.sql("alter system set synchronous_standby_names = '" + STANDBY + "'");
        primary.sql("select pg_reload_conf()");
        primary.awaitStandby();
        return standby;
    }

    /** Until the standby has all that the server has, and commits wait for it. */
    void awaitStandby() {
        Patience.atMost(AT_MOST)
                .until(
                        "the standby follows",
                        () ->
                                number(
                                                "select count(*) from pg_stat_replication where sync_state = 'sync'"
                                                        + " and state = 'streaming'")
                                        == 1);
    }

    private Path data() {
        return disk.inside().resolve("data");
    }

    private Path outside() {
        return disk.outside().resolve("data");
    }

    int port() {
        return port;
    }

    Disk disk() {
        return disk;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Starts it, after whatever end, and waits until it answers. */
    void start() {
        List<String> arguments =
                new ArrayList<>(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        PostgresSettings.ALL.forEach(
                (name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        try {
            Files.deleteIfExists(outside().resolve("postmaster.pid"));
            process =
                    new ProcessBuilder(command("postgres", arguments.toArray(String[]::new)))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitAnswer();
    }

    void awaitAnswer() {
        Patience.atMost(AT_MOST).until("PostgreSQL answers; its log: " + log, this::answers);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("PostgreSQL has ended:\n" + lastLines());
        }
        return find("select 1").isPresent();
    }

    /** Waits until it answers; starts it again if it has ended. */
    void recover() {
        Patience.atMost(AT_MOST)
                .until(
                        "PostgreSQL answers again",
                        () -> {
                            if (!process.isAlive()) {
                                start();
                            }
                            return find("select 1").isPresent();
                        });
    }

    /** How often it has said so. */
    long diskFullCount() {
        try {
            return Files.readString(log).lines().filter(l -> l.contains("No space left")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} of all its processes: what was in its memory only is gone. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        Patience.atMost(AT_MOST)
                .until(
                        "PostgreSQL is gone",
                        () ->
                                !process.isAlive()
                                        && children.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** As {@code kill -STOP} of all its processes. */
    void suspend() {
        signalAll("-STOP");
    }

    /** As {@code kill -CONT} of all its processes. */
    void resume() {
        signalAll("-CONT");
    }

    private void signalAll(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", signal, "" + process.pid()));
        process.descendants().forEach(child -> command.add("" + child.pid()));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} of the process that serves one of the service's connections. */
    void killBackend() {
        long backend =
                number(
                        "select pid from pg_stat_activity where backend_type = 'client backend'"
                                + " and pid <> pg_backend_pid() order by pid limit 1");
        process.descendants()
                .filter(child -> child.pid() == backend)
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Makes a standby the primary; nobody waits for a standby of its own. */
    void promote() {
        sql("select pg_promote()");
        awaitAnswer();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&connectTimeout=2&socketTimeout=30"
                        .formatted(port));
    }

    void sql(String statement) {
        try (Connection connection = connect();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The number that the query gives; 0 while the server does not answer it. */
    long number(String query) {
        return find(query).map(Long::parseLong).orElse(0L);
    }

    private Optional<String> find(String query) {
        try (Connection connection = connect();
                Statement run = connection.createStatement();
                ResultSet rows = run.executeQuery(query)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException _) {
            return Optional.empty();
        }
    }

    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> command(String program, String... arguments) {
        return disk.command(programs.command(program, arguments));
    }

    private void run(String program, String... arguments) {
        try {
            Process run =
                    new ProcessBuilder(command(program, arguments))
                            .redirectErrorStream(true)
                            .start();
            String output = new String(run.getInputStream().readAllBytes());
            if (run.waitFor() != 0) {
                throw new IllegalStateException(program + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
        disk.close();
    }
}
