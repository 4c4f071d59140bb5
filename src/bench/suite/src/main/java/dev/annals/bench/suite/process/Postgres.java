package dev.annals.bench.suite.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** The one PostgreSQL of a run. Everyone has a database of their own in it. */
public final class Postgres implements AutoCloseable {

    /** As the service starts its own; the embedded library by itself would not be durable. */
    private static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("full_page_writes", "on"),
                    Map.entry("max_wal_size", "4GB"),
                    Map.entry("wal_buffers", "64MB"),
                    Map.entry("shared_buffers", "256MB"),
                    Map.entry("bgwriter_delay", "20ms"),
                    Map.entry("bgwriter_lru_maxpages", "2000"),
                    Map.entry("bgwriter_lru_multiplier", "4"),
                    Map.entry("max_connections", "600"),
                    Map.entry("jit", "off"),
                    Map.entry("timezone", "UTC"));

    private final Optional<EmbeddedPostgres> embedded;
    private final String host;
    private final int port;
    private final String user;
    private final String password;

    private Postgres(
            Optional<EmbeddedPostgres> embedded,
            String host,
            int port,
            String user,
            String password) {
        this.embedded = embedded;
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /** A new one, in a folder on the disk that is to be measured. */
    public static Postgres start(Path folder) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(true);
        SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgres postgres = builder.start();
        return new Postgres(
                Optional.of(postgres), "127.0.0.1", postgres.getPort(), "postgres", "postgres");
    }

    /** One that runs, as a superuser: {@code postgresql://user:password@127.0.0.1:port}. */
    public static Postgres at(URI uri) throws SQLException {
        String[] who = uri.getUserInfo().split(":", 2);
        Postgres postgres =
                new Postgres(
                        Optional.empty(),
                        uri.getHost(),
                        uri.getPort() < 0 ? 5432 : uri.getPort(),
                        who[0],
                        who.length > 1 ? who[1] : "");
        try (Connection connection = postgres.connect("postgres")) {
            for (String setting : new String[] {"fsync", "synchronous_commit"}) {
                if (!ask(connection, "show " + setting).equals("on")) {
                    throw new IllegalArgumentException(setting + " is not on in " + uri.getHost());
                }
            }
        }
        return postgres;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    public String url(String database) {
        return "postgresql://%s:%s@%s:%d/%s".formatted(user, password, host, port, database);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
                .formatted(host, port, database, user, password);
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database));
    }

    public void makeDatabase(String name) throws SQLException {
        dropDatabase(name);
        try (Connection connection = connect("postgres")) {
            run(connection, "create database " + name);
        }
    }

    public void dropDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres")) {
            run(connection, "drop database if exists " + name + " with (force)");
        }
    }

    public String version() throws SQLException {
        try (Connection connection = connect("postgres")) {
            return ask(connection, "show server_version");
        }
    }

    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row. */
    public static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    public long count(String database, String sql) throws SQLException {
        try (Connection connection = connect(database)) {
            return Long.parseLong(ask(connection, sql));
        }
    }

    @Override
    public void close() throws IOException {
        if (embedded.isPresent()) {
            embedded.get().close();
        }
    }
}
