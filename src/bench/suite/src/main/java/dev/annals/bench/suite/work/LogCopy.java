package dev.annals.bench.suite.work;

import dev.annals.bench.suite.process.Postgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least that storing the same rows costs: into a table with the columns and indexes of the log,
 * the rows being in memory. Nothing is judged, numbered, hashed or folded, and no view is written.
 */
final class LogCopy {

    private static final String UNNEST =
            """
            insert into copied_facts
            select ?, u.* from unnest(?::bigint[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[],
                ?::bigint[], ?::timestamptz[], ?::text[]) u
            """;

    private static final String COLUMNS =
            """
            select array_agg(position order by position), array_agg(id order by position),
                array_agg(type order by position), array_agg(root order by position),
                array_agg(earliest order by position), array_agg(latest order by position),
                array_agg(recorded_at order by position), array_agg(json order by position)
            from facts where timeline = ? and position > ? and position <= ?
            """;

    private static final String ROWS =
            """
            copy (select * from facts where timeline = %d and position > %d and position <= %d order by position)
            to stdout (format binary)
            """;

    private static final int ROWS_IN_MEMORY = 100_000;

    private final Postgres postgres;
    private final long key;

    private LogCopy(Postgres postgres, long key) {
        this.postgres = postgres;
        this.key = key;
    }

    static LogCopy of(Stand stand, String timeline) throws Exception {
        return new LogCopy(stand.postgres(), stand.keyOf(timeline));
    }

    private Connection fresh() throws Exception {
        Connection connection = postgres.connect("annals");
        Postgres.run(connection, "drop table if exists copied_facts");
        Postgres.run(connection, "create table copied_facts (like facts including all)");
        return connection;
    }

    /** All rows in one transaction, as COPY wants them. */
    double copySeconds(long facts) throws Exception {
        try (Connection connection = fresh()) {
            connection.setAutoCommit(false);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            long nanos = 0;
            for (long after = 0; after < facts; after += ROWS_IN_MEMORY) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                copies.copyOut(ROWS.formatted(key, after, after + ROWS_IN_MEMORY), rows);
                ByteArrayInputStream in = new ByteArrayInputStream(rows.toByteArray());
                long startNanos = System.nanoTime();
                copies.copyIn("copy copied_facts from stdin (format binary)", in);
                nanos += System.nanoTime() - startNanos;
            }
            long startNanos = System.nanoTime();
            connection.commit();
            nanos += System.nanoTime() - startNanos;
            check(connection, facts);
            return nanos / 1e9;
        }
    }

    /** So many rows a transaction, on one connection. */
    double unnestSeconds(long facts, int batch) throws Exception {
        try (Connection connection = fresh();
                PreparedStatement columns = connection.prepareStatement(COLUMNS);
                PreparedStatement insert = connection.prepareStatement(UNNEST)) {
            long nanos = 0;
            for (long after = 0; after < facts; after += batch) {
                fill(columns, insert, after, batch);
                long startNanos = System.nanoTime();
                insert.executeUpdate();
                nanos += System.nanoTime() - startNanos;
            }
            check(connection, facts);
            return nanos / 1e9;
        }
    }

    private void fill(PreparedStatement columns, PreparedStatement insert, long after, int batch)
            throws Exception {
        columns.setLong(1, key);
        columns.setLong(2, after);
        columns.setLong(3, after + batch);
        try (ResultSet row = columns.executeQuery()) {
            row.next();
            insert.setInt(1, (int) key);
            for (int i = 1; i <= 8; i++) {
                insert.setArray(i + 1, row.getArray(i));
            }
        }
    }

    private static void check(Connection connection, long facts) throws Exception {
        Check.same(
                "copied rows",
                facts,
                Long.parseLong(Postgres.ask(connection, "select count(*) from copied_facts")));
    }
}
