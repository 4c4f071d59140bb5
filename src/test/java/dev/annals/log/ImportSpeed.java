package dev.annals.log;

import dev.annals.boot.DurablePostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How fast large batches are appended, beside COPY of the same rows: in turns of some ten thousand
 * facts, so that whatever else the machine does slows both.
 */
final class ImportSpeed {

    private static final int BATCH = Integer.getInteger("annals.speed.batch", 4_000);
    private static final int ROUND = Integer.getInteger("annals.speed.round", 50_000);
    private static final boolean IS_SHUFFLED = Boolean.getBoolean("annals.speed.shuffled");
    private static final int MOST_REBUILT = 100_000;
    private static final String TIMELINE = "speed";

    private static final String CHECK =
            """
            select count(*), max(f.position), count(c.position)
            from facts f left join copied_facts c on c = f
            """;

    private static final String STATEMENTS =
            """
            select wal_bytes / 1e6, wal_fpi, wal_records, 'MB of WAL, full pages, records'
            from pg_stat_wal
            union all
            (select total_exec_time + total_plan_time, calls, rows, regexp_replace(left(query, 200), '\\s+', ' ', 'g')
            from pg_stat_statements order by 1 desc limit 14)
            """;

    /** Of one round. */
    record Round(long facts, double appendSeconds, double copySeconds) {
        double ratio() {
            return copySeconds / appendSeconds;
        }
    }

    private ImportSpeed() {}

    /** Outside of the tests, as in {@code -Xmx512m}: how many facts, in which new folder. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[1]), "speed-");
        List<Round> rounds = run(Integer.parseInt(arguments[0]), folder);
        double append = rounds.stream().mapToDouble(Round::appendSeconds).sum();
        double copy = rounds.stream().mapToDouble(Round::copySeconds).sum();
        long facts = rounds.stream().mapToLong(Round::facts).sum();
        System.out.printf(
                Locale.ROOT,
                "all %,d: append %,.0f facts/s, copy %,.0f rows/s, ratio %.3f, median ratio %.3f%n",
                facts,
                facts / append,
                facts / copy,
                copy / append,
                rounds.stream()
                        .map(Round::ratio)
                        .sorted()
                        .skip(rounds.size() / 2)
                        .findFirst()
                        .orElse(0.0));
        System.exit(0);
    }

    static List<Round> run(int facts, Path folder) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (DurablePostgres postgres = DurablePostgres.start(folder);
                Connection connection = postgres.connect()) {
            Pool pool = pool(vertx, postgres);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "insert into timelines (id, title) values ('" + TIMELINE + "', '')");
                statement.execute("create extension pg_stat_statements");
            }
            FactLog log =
                    new FactLog(
                            pool, new Tails(pool, new LogReader(pool)), new SimpleMeterRegistry());
            List<Round> rounds = run(new GeneratedFacts(facts, 1, IS_SHUFFLED), log, connection);
            printStatements(connection);
            check(connection, facts);
            if (facts <= MOST_REBUILT) {
                checkViews(vertx, postgres);
            }
            return rounds;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static Pool pool(Vertx vertx, DurablePostgres postgres) {
        PgConnectOptions options =
                PgConnectOptions.fromUri(postgres.url()).setCachePreparedStatements(true);
        return Pool.newInstance(
                PgBuilder.pool()
                        .with(new PoolOptions().setMaxSize(4))
                        .connectingTo(options)
                        .using(vertx)
                        .build());
    }

    private static List<Round> run(GeneratedFacts generated, FactLog log, Connection connection)
            throws Exception {
        PlainCopy copy = PlainCopy.into(connection);
        List<Round> rounds = new ArrayList<>();
        long head = 0;
        while (generated.hasNext()) {
            long before = head;
            long nanos = 0;
            CpuTime cpuBefore = CpuTime.soFar(connection);
            while (generated.hasNext() && head - before < ROUND) {
                AppendRequest request = batch(generated);
                long startNanos = System.nanoTime();
                head = head(log.append(request).await().indefinitely());
                nanos += System.nanoTime() - startNanos;
            }
            CpuTime cpu = CpuTime.soFar(connection).since(cpuBefore);
            Round round =
                    new Round(head - before, nanos / 1e9, copy.copy(TIMELINE, before, head) / 1e9);
            rounds.add(round);
            System.out.printf(
                    Locale.ROOT,
                    "%,9d: append %,7.0f facts/s, copy %,7.0f rows/s, ratio %.3f, service %.0f µs, database %.0f µs a fact, heap %d MB%n",
                    head,
                    round.facts() / round.appendSeconds(),
                    round.facts() / round.copySeconds(),
                    round.ratio(),
                    1e6 * cpu.serviceSeconds() / round.facts(),
                    1e6 * cpu.databaseSeconds() / round.facts(),
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20);
        }
        return rounds;
    }

    /** Every fact is there once, without a gap, and COPY wrote the same rows. */
    private static void check(Connection connection, int facts) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CHECK)) {
            row.next();
            if (row.getLong(1) != facts || row.getLong(2) != facts || row.getLong(3) != facts) {
                throw new AssertionError(
                        "%d facts up to %d, %d copied, of %d"
                                .formatted(row.getLong(1), row.getLong(2), row.getLong(3), facts));
            }
        }
    }

    /** The views are what a rebuild makes of the facts. */
    private static void checkViews(Vertx vertx, DurablePostgres postgres) {
        PgConnectOptions options = PgConnectOptions.fromUri(postgres.url());
        try (Rebuild rebuild = Rebuild.on(vertx, options, _ -> {}).orElseThrow()) {
            rebuild.check()
                    .forEach(
                            (view, difference) -> {
                                if (!difference.isNone()) {
                                    throw new AssertionError(view + ": " + difference);
                                }
                            });
        }
    }

    /** Where PostgreSQL's time went. */
    private static void printStatements(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STATEMENTS)) {
            while (rows.next()) {
                System.out.printf(
                        Locale.ROOT,
                        "%,9.0f ms %,7d times %,9d rows  %s%n",
                        rows.getDouble(1),
                        rows.getLong(2),
                        rows.getLong(3),
                        rows.getString(4));
            }
        }
    }

    private static AppendRequest batch(GeneratedFacts generated) {
        List<Draft> drafts = new ArrayList<>();
        while (generated.hasNext() && drafts.size() < BATCH) {
            drafts.add(generated.next());
        }
        return new AppendRequest(TIMELINE, "alice", drafts, Optional.empty(), 400L * drafts.size());
    }

    private static long head(AppendOutcome outcome) {
        return switch (outcome) {
            case AppendOutcome.Appended appended -> appended.head();
            case AppendOutcome other -> throw new AssertionError(other);
        };
    }
}
