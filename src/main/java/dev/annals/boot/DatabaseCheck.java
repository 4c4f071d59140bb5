package dev.annals.boot;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;

/** Looks at a database of the operator's before the service relies on it. */
record DatabaseCheck(DatabaseUrl url, Duration patience) {

    static final int LEAST_VERSION = 15;

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String CONNECT_SECONDS = "5";

    /**
     * Waits for a database that is not up yet, as when both are started at once.
     *
     * @throws BootFailure if it cannot be reached or entered, or is too old
     */
    void run() {
        long startNanos = System.nanoTime();
        boolean told = false;
        while (true) {
            try {
                checkVersion();
                return;
            } catch (SQLException e) {
                if (!isPassing(e) || System.nanoTime() - startNanos > patience.toNanos()) {
                    throw new BootFailure(
                            "the database " + url.shown() + " cannot be used: " + oneLine(e));
                }
                if (!told) {
                    System.err.println("annals: waiting for the database " + url.shown());
                    told = true;
                }
                pause();
            }
        }
    }

    private void checkVersion() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", url.user());
        properties.setProperty("password", url.password());
        properties.setProperty("logServerErrorDetail", "false"); // the reason, without lines of C
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", CONNECT_SECONDS);
        try (Connection connection = new Driver().connect(url.jdbc(), properties)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < LEAST_VERSION) {
                throw new BootFailure(
                        "the database "
                                + url.shown()
                                + " is PostgreSQL "
                                + version
                                + "; Annals needs "
                                + LEAST_VERSION
                                + " or later");
            }
        }
    }

    /** Not reachable, or starting up. */
    private static boolean isPassing(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("08") || state.equals("57P03");
    }

    private static String oneLine(SQLException e) {
        return e.getMessage().strip().replaceAll("\\s+", " ");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            throw new BootFailure("interrupted while waiting for the database");
        }
    }
}
