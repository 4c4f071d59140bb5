package dev.annals.log;

import static dev.annals.testing.Client.append;
import static dev.annals.testing.Facts.event;

import dev.annals.testing.Answer;
import dev.annals.testing.LogReading;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * A timeline whose row somebody else has locked: a first append is at the lock, and what is sent
 * after it waits in the lane, in the order in which it was sent, until the lock is let go.
 */
final class HeldLane implements AutoCloseable {

    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private static final String LOCK_WAITS =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";

    private final DataSource database;
    private final MeterRegistry meters;
    private final String timeline;
    private final Connection lock;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<Future<Answer>> answers = new ArrayList<>();
    private int waitingFacts;

    private HeldLane(DataSource database, MeterRegistry meters, String timeline)
            throws SQLException {
        this.database = database;
        this.meters = meters;
        this.timeline = timeline;
        this.lock = database.getConnection();
    }

    static HeldLane of(DataSource database, MeterRegistry meters, String timeline)
            throws SQLException {
        HeldLane lane = new HeldLane(database, meters, timeline);
        lane.hold();
        return lane;
    }

    private void hold() throws SQLException {
        lock.setAutoCommit(false);
        try (PreparedStatement row =
                lock.prepareStatement("select 1 from timelines where id = ? for update")) {
            row.setString(1, timeline);
            row.executeQuery();
        }
        answers.add(executor.submit(() -> append(timeline, event("goes ahead"))));
        awaitLockWait();
    }

    private void awaitLockWait() throws SQLException {
        long startNanos = System.nanoTime();
        try (Connection connection = database.getConnection();
                PreparedStatement waiting = connection.prepareStatement(LOCK_WAITS)) {
            boolean waits = false;
            while (!waits) {
                checkPatience(startNanos);
                try (var rows = waiting.executeQuery()) {
                    waits = rows.next() && rows.getInt(1) > 0;
                }
            }
        }
    }

    /** Sends a request and returns when it waits in the lane. */
    void send(Object body) {
        answers.add(executor.submit(() -> append(timeline, body)));
        waitingFacts += LogReading.parse(body.toString()).findValuesAsText("id").size();
        long startNanos = System.nanoTime();
        while (meters.get("annals.append.waiting").gauge().value() < waitingFacts) {
            checkPatience(startNanos);
        }
    }

    private static void checkPatience(long startNanos) {
        if (System.nanoTime() - startNanos > AT_MOST.toNanos()) {
            throw new AssertionError("did not come to wait");
        }
        Thread.onSpinWait();
    }

    /** Sends a request; empty if it has no answer in time, and so waits. */
    Optional<Answer> sendAndWait(Object body, Duration atMost) throws Exception {
        Future<Answer> answer = executor.submit(() -> append(timeline, body));
        answers.add(answer);
        try {
            return Optional.of(answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        }
    }

    /** Lets the lock go, and gives the answers to what was sent, in that order. */
    List<Answer> letGo() throws Exception {
        lock.rollback();
        List<Answer> all = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            all.add(answer.get());
        }
        all.removeFirst();
        return all;
    }

    @Override
    public void close() throws SQLException {
        lock.close();
        executor.close();
    }
}
