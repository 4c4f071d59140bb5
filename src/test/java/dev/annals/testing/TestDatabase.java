package dev.annals.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * A fresh database for each start of the service: on the server that {@code
 * ANNALS_TEST_DATABASE_URL} names, else on a PostgreSQL that is started once and ends with the
 * tests.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** Whoever writes with this one is recorded as {@code alice}. */
    public static final String ALICE = "alice-secret";

    public static final String BOB = "bob-secret";

    private static final String GIVEN = "ANNALS_TEST_DATABASE_URL";

    /** A system property, since the class may be loaded more than once. */
    private static final String STARTED = "annals.test.postgres";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "annals.database-url",
                fresh(),
                "annals.write-tokens",
                "alice=" + ALICE + ",bob=" + BOB,
                "quarkus.datasource.jdbc.max-size",
                "8");
    }

    /** The address of a new database. */
    public static String fresh() {
        return fresh(System.getenv(GIVEN) == null ? embedded() : System.getenv(GIVEN));
    }

    private static synchronized String embedded() {
        if (System.getProperty(STARTED) == null) {
            try {
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "off")
                                .setServerConfig("max_connections", "200")
                                .start();
                System.setProperty(
                        STARTED, "postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return System.getProperty(STARTED) + "postgres";
    }

    private static String fresh(String server) {
        URI uri = URI.create(server);
        String name = "annals_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(jdbc(server));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database on " + server, e);
        }
        return uri.getScheme() + "://" + uri.getRawAuthority() + "/" + name;
    }

    /** An address such as {@code postgresql://user:password@host:port/database}, for JDBC. */
    static String jdbc(String url) {
        URI uri = URI.create(url);
        String[] user = uri.getUserInfo().split(":", 2);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String password = user.length > 1 ? "&password=" + user[1] : "";
        return "jdbc:postgresql://"
                + uri.getHost()
                + port
                + uri.getPath()
                + "?user="
                + user[0]
                + password;
    }

    /** The server and its databases go when the tests do. */
    @Override
    public void stop() {}
}
