package dev.annals.boot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The database that the settings name, for a command that works on it beside or without a service.
 */
final class CommandDatabase {

    private CommandDatabase() {}

    /**
     * Finds the operator's database, or that of the data folder: as it is served now, or, if no
     * service runs on the folder, served by this process until it ends.
     *
     * @throws BootFailure if there is none, or it cannot be started
     */
    static DatabaseUrl find() {
        Optional<String> given = Setting.DATABASE_URL.find();
        try {
            return DatabaseUrl.parse(given.orElseGet(CommandDatabase::inFolder));
        } catch (IllegalArgumentException e) {
            throw new BootFailure(e.getMessage());
        }
    }

    private static String inFolder() {
        if (!Cluster.isIn(DataFolder.configured())) {
            throw new BootFailure(
                    "there is no database in "
                            + DataFolder.configured()
                            + " (ANNALS_DATA), and ANNALS_DATABASE_URL names none");
        }
        DataFolder data = DataFolder.settle(DataFolder.configured());
        return OwnDatabase.served(data).orElseGet(() -> OwnDatabase.serve(data));
    }

    /**
     * @throws SQLException if it cannot be reached or entered
     */
    static Connection connect(DatabaseUrl url) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", url.user());
        properties.setProperty("password", url.password());
        properties.setProperty("ApplicationName", "annals");
        properties.setProperty("logServerErrorDetail", "false");
        return new Driver().connect(url.jdbc(), properties);
    }
}
