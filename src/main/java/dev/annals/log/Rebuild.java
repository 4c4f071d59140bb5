package dev.annals.log;

import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.FactReader;
import dev.annals.views.ViewWriter;
import dev.annals.views.Views;
import dev.annals.views.WorkingSet;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the views anew from the log, beside those in use, while appends and questions go on; in the
 * end the new ones take their place at one stroke. It needs the rights of the database's owner.
 * Blocks, and is not for an event loop.
 */
public final class Rebuild implements AutoCloseable {

    private static final int PAGE = 2_000;

    /** So near to the heads, the rest is done while appends wait. */
    private static final long NEAR = 200;

    /** Shorter than the database takes to suspect a deadlock, so that nobody else is refused. */
    private static final int LOCK_MILLIS = 300;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final String MOVE_RULES =
            "update rules set version = %1$d where version <= %1$d".formatted(Views.RULES);

    /** How far a timeline has been folded again. */
    public record Progress(String timeline, long position, long head) {}

    /** Rows that one side has and the other has not. */
    public record Difference(long onlyInUse, long onlyRebuilt) {
        public boolean isNone() {
            return onlyInUse == 0 && onlyRebuilt == 0;
        }
    }

    private static final class Refolded {
        private final String id;
        private WorkingSet workingSet = new WorkingSet();
        private long position;

        Refolded(String id) {
            this.id = id;
        }
    }

    private final SqlConnection connection;
    private final ShadowViews shadow;
    private final Consumer<Progress> told;
    private final Map<Integer, Refolded> timelines = new LinkedHashMap<>();

    private Rebuild(SqlConnection connection, ShadowViews shadow, Consumer<Progress> told) {
        this.connection = connection;
        this.shadow = shadow;
        this.told = told;
    }

    /**
     * @param told of the progress, after each transaction
     * @return empty if another rebuild of the database is under way
     */
    public static Optional<Rebuild> on(
            Vertx vertx, PgConnectOptions database, Consumer<Progress> told) {
        PgConnection connected =
                PgConnection.connect(vertx, database)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        SqlConnection connection = SqlConnection.newInstance(connected);
        Optional<Rebuild> rebuild = Optional.empty();
        try {
            if (isAlone(connection)) {
                rebuild = Optional.of(new Rebuild(connection, ShadowViews.of(connection), told));
            }
            return rebuild;
        } finally {
            if (rebuild.isEmpty()) {
                connection.closeAndAwait();
            }
        }
    }

    private static boolean isAlone(SqlConnection connection) {
        return connection
                .query("select pg_try_advisory_lock(hashtext('annals rebuild'))")
                .executeAndAwait()
                .iterator()
                .next()
                .getBoolean(0);
    }

    /** Rebuilds the views and puts the new ones in use. */
    public void swap() {
        catchUp();
        Views.TABLES.forEach(table -> run("analyze " + table));
        Duration pause = FIRST_PAUSE;
        while (!trySwap()) {
            pause(pause);
            pause =
                    pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                            ? pause.multipliedBy(2)
                            : LONGEST_PAUSE;
        }
    }

    /** Who holds the views for long must not have everybody else stopped again and again. */
    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for the views", e);
        }
    }

    /** Rebuilds the views and compares them with those in use, which stay. */
    public Map<String, Difference> check() {
        catchUp();
        run("begin isolation level repeatable read"); // both sides as at one moment
        try {
            foldOn();
            return shadow.differences();
        } finally {
            run("rollback");
        }
    }

    private void catchUp() {
        shadow.make();
        run("set synchronous_commit = off"); // whoever needs it whole starts over
        while (foldOn() > NEAR) {}
    }

    /** Appends wait from the first lock to the commit, questions from the second. */
    private boolean trySwap() {
        run("begin");
        run("set local synchronous_commit = on");
        run("set local lock_timeout = " + LOCK_MILLIS);
        if (!shadow.lockOutAppends() || !shadow.lockOutQuestions()) {
            run("rollback");
            foldOn();
            return false;
        }
        foldOn();
        shadow.takeTheirPlace();
        if (connection.query(MOVE_RULES).executeAndAwait().rowCount() == 0) {
            run("rollback");
            throw new IllegalStateException("the views follow newer rules than this release knows");
        }
        run("commit");
        return true;
    }

    /**
     * Folds all timelines up to where they reach now.
     *
     * @return how many facts were folded
     */
    private long foldOn() {
        long facts = 0;
        for (Row row :
                connection
                        .query("select key, id, head from timelines order by key")
                        .executeAndAwait()) {
            Refolded timeline =
                    timelines.computeIfAbsent(
                            row.getInteger(0), _ -> new Refolded(row.getString(1)));
            facts += row.getLong(2) - timeline.position;
            while (timeline.position < row.getLong(2)) {
                foldPage(row.getInteger(0), timeline, row.getLong(2));
                told.accept(new Progress(timeline.id, timeline.position, row.getLong(2)));
            }
        }
        return facts;
    }

    private void foldPage(int key, Refolded timeline, long head) {
        timeline.workingSet = LaneMemory.bounded(timeline.workingSet);
        List<RecordedFact> facts =
                LogReader.page(connection, key, LogFilter.NONE, timeline.position, head, PAGE)
                        .await()
                        .indefinitely()
                        .entries()
                        .stream()
                        .map(entry -> FactReader.recorded(entry.json()))
                        .toList();
        new Refold(connection, key, timeline.workingSet)
                .fold(facts)
                .chain(folded -> write(key, folded))
                .await()
                .indefinitely();
        timeline.position = facts.getLast().position();
    }

    private Uni<Void> write(int key, Refold.Refolded folded) {
        List<Uni<?>> statements = new ArrayList<>();
        statements.addAll(folded.touches().statements(connection, key));
        statements.addAll(ViewWriter.statements(connection, key, folded.views()));
        return statements.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.combine().all().unis(statements).collectFailures().discardItems();
    }

    private void run(String sql) {
        connection.query(sql).executeAndAwait();
    }

    /** Leaves nothing behind but views that were put in use. */
    @Override
    public void close() {
        try {
            shadow.drop();
        } finally {
            connection.closeAndAwait();
        }
    }
}
