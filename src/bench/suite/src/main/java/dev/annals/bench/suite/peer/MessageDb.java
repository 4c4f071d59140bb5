package dev.annals.bench.suite.peer;

import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.process.Pgbench;
import dev.annals.bench.suite.process.Postgres;
import dev.annals.bench.suite.report.Figure;
import dev.annals.bench.suite.work.Check;
import dev.annals.bench.suite.work.EventStore;
import dev.annals.bench.suite.work.Facts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * message-db: functions within PostgreSQL, called by pgbench, so that no client of its own costs
 * anything. All streams are of one category, which is what gives its messages one order to read.
 */
final class MessageDb implements EventStore {

    private static final String DATABASE = "message_db";
    private static final int PAGE = 1_000;

    private static final String WRITE =
            """
            \\set stream random(0, %d)
            select message_store.write_message(
                gen_random_uuid()::varchar, 'facts-' || :stream, 'OfficeAssumed', '%s'::jsonb);
            """;

    private final Postgres postgres;
    private final Pgbench pgbench;

    private MessageDb(Postgres postgres, Pgbench pgbench) {
        this.postgres = postgres;
        this.pgbench = pgbench;
    }

    /** By its own script, which needs psql. */
    static MessageDb install(Path modules, Postgres postgres, Path out) throws Exception {
        postgres.dropDatabase(DATABASE);
        Path folder = modules.resolve("node_modules/@eventide/message-db/database");
        Npm.run(
                List.of("bash", folder.resolve("install.sh").toAbsolutePath().toString()),
                Map.of(
                        "DATABASE_NAME", DATABASE,
                        "PGHOST", postgres.host(),
                        "PGPORT", "" + postgres.port(),
                        "PGUSER", postgres.user(),
                        "PGPASSWORD", postgres.password()),
                folder);
        try (Connection connection = postgres.connect("postgres")) {
            Postgres.run(
                    connection,
                    "alter database message_db set search_path to message_store, public");
        }
        return new MessageDb(postgres, new Pgbench(postgres, out));
    }

    @Override
    public String name() {
        return "message-db (SQL by pgbench)";
    }

    @Override
    public boolean takesBatches() {
        return false;
    }

    @Override
    public long stored() throws Exception {
        return postgres.count(DATABASE, "select count(*) from message_store.messages");
    }

    @Override
    public Appended append(int writers, int batch, Duration duration) throws Exception {
        String script = WRITE.formatted(Facts.OFFICES - 1, Facts.json(0));
        Pgbench.Result result = pgbench.run(DATABASE, script, writers, duration);
        return new Appended(result.transactions(), result.transactions() / result.rate());
    }

    @Override
    public Outcome readAll() throws Exception {
        String sql =
                "select global_position, data from get_category_messages('facts', ?, %d)"
                        .formatted(PAGE);
        try (Connection connection = postgres.connect(DATABASE);
                PreparedStatement page = connection.prepareStatement(sql)) {
            long startNanos = System.nanoTime();
            long position = 0;
            long facts = 0;
            long read;
            do {
                page.setLong(1, position + 1);
                read = 0;
                try (ResultSet rows = page.executeQuery()) {
                    while (rows.next()) {
                        position = rows.getLong(1);
                        rows.getString(2);
                        read++;
                    }
                }
                facts += read;
            } while (read == PAGE);
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            Check.same("messages read", stored(), facts);
            return Outcome.of(Figure.FACTS_A_SECOND, facts / seconds);
        }
    }

    @Override
    public void close() {}
}
