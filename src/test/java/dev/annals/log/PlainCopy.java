package dev.annals.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What PostgreSQL does at best: COPY of rows of {@code facts} into a table with the same columns
 * and indexes, in one transaction, the rows being in memory as COPY wants them. Nothing is judged,
 * numbered, hashed or folded, and no other table is written.
 */
final class PlainCopy {

    private static final String TABLE = "copied_facts";

    private final Connection connection;

    private PlainCopy(Connection connection) {
        this.connection = connection;
    }

    static PlainCopy into(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table " + TABLE + " (like facts including all)");
        }
        return new PlainCopy(connection);
    }

    /**
     * @param after position, exclusive
     * @return nanoseconds
     */
    long copy(String timeline, long after, long upTo) throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copies.copyOut(
                ("copy (select f.* from facts f join timelines t on t.key = f.timeline where t.id = '%s'"
                                + " and position > %d and position <= %d order by position) to stdout (format binary)")
                        .formatted(timeline, after, upTo),
                rows);
        byte[] bytes = rows.toByteArray();
        long startNanos = System.nanoTime();
        copies.copyIn(
                "copy " + TABLE + " from stdin (format binary)", new ByteArrayInputStream(bytes));
        return System.nanoTime() - startNanos;
    }
}
