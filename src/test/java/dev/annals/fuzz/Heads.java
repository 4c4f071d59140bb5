package dev.annals.fuzz;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The ends of all logs, as the database has them. */
final class Heads implements AutoCloseable {

    /** The end of one log, with the title. */
    record Head(long position, String hash, String title) {}

    private final Connection connection;

    Heads(DataSource database) throws SQLException {
        this.connection = database.getConnection();
    }

    Map<String, Head> all() {
        return read("%");
    }

    Head of(String timeline) {
        return read(timeline).get(timeline);
    }

    private Map<String, Head> read(String like) {
        String sql = "select id, head, hash, title from timelines where id like ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, like);
            Map<String, Head> heads = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    heads.put(
                            rows.getString(1),
                            new Head(rows.getLong(2), rows.getString(3), rows.getString(4)));
                }
            }
            return heads;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
