package dev.annals.log;

import dev.annals.log.AppendOutcome.Appended;
import dev.annals.log.KnownFacts.Known;
import dev.annals.views.Change;
import dev.annals.views.ViewChanges;
import dev.annals.views.ViewWriter;
import dev.annals.views.Views;
import dev.annals.views.WorkingSet;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One transaction that appends a group of requests to one timeline: lock the timeline, look up what
 * the requests name, judge them, write the facts, fold what they change and write the view rows.
 *
 * <p>Its beginning leaves with the lock and its end with the rows, so that neither costs the lane a
 * round trip. PostgreSQL ends a transaction in which a statement has failed without a change, and
 * the failure of that statement is the commit's.
 */
final class GroupCommit {

    /** So many are judged and folded in no time. */
    private static final int FEW_FACTS = 200;

    private static final int SLICE_FACTS = 500;

    /** Often enough for a database that ends sessions which fall silent in a transaction. */
    private static final Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(3);

    /**
     * The clock is read once the row is locked, so that it cannot fall behind the last commit's.
     */
    private static final String LOCK =
            """
            with lane as materialized (
                select key, head, recorded_at, hash from timelines where id = $1 for update
            )
            select key, head, recorded_at, hash, clock_timestamp(), (select version from rules where is_only) from lane
            """;

    private static final String MOVE_HEAD =
            "update timelines set head = $2, recorded_at = $3, hash = $4 where key = $1";

    private final SqlConnection connection;
    private final List<AppendRequest> requests;
    private final boolean looksIdsUp;
    private final LaneMemory memory;
    private final AppendMeters meters;

    /**
     * @param connection without a transaction
     * @param looksIdsUp whether to expect that the log holds some of the facts; if it does and that
     *     was not expected, this fails with a {@link TakenId}
     */
    GroupCommit(
            SqlConnection connection,
            List<AppendRequest> requests,
            boolean looksIdsUp,
            LaneMemory memory,
            AppendMeters meters) {
        this.connection = connection;
        this.requests = requests;
        this.looksIdsUp = looksIdsUp;
        this.memory = memory;
        this.meters = meters;
    }

    /**
     * What was written, to be made public after the commit.
     *
     * @param head the end of the log then; empty if there is no such timeline
     */
    record Written(List<AppendOutcome> outcomes, Optional<Head> head, List<LogRow> rows) {}

    /** Leaves the connection without a transaction, whatever becomes of this one. */
    Uni<Written> run() {
        return Uni.createFrom()
                .deferred(this::begin)
                .onFailure()
                .call(() -> connection.query("rollback").execute().onFailure().recoverWithNull());
    }

    private Uni<Written> begin() {
        Uni<?> begun = sent(connection.query("begin").execute());
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(requests.getFirst().timeline()))
                .call(() -> begun)
                .chain(
                        rows ->
                                rows.size() == 0
                                        ? unknownTimeline()
                                        : append(rows.iterator().next()));
    }

    private Uni<?> commit() {
        return connection.query("commit").execute();
    }

    private Uni<Written> unknownTimeline() {
        List<AppendOutcome> outcomes = new ArrayList<>();
        requests.forEach(r -> outcomes.add(new AppendOutcome.UnknownTimeline(r.timeline())));
        return commit().replaceWith(new Written(outcomes, Optional.empty(), List.of()));
    }

    private Uni<Written> append(Row lane) {
        if (lane.getInteger(5) > Views.RULES) {
            return Uni.createFrom().failure(new OutdatedNode());
        }
        Instant lastRecordedAt =
                Optional.ofNullable(lane.getOffsetDateTime(2))
                        .map(OffsetDateTime::toInstant)
                        .orElse(Instant.MIN);
        Instant now = lane.getOffsetDateTime(4).toInstant();
        Head head =
                new Head(lane.getInteger(0), lane.getLong(1), lastRecordedAt, lane.getString(3));
        Instant recordedAt = now.isBefore(lastRecordedAt) ? lastRecordedAt : now;
        return judge(head, recordedAt, looksIdsUp);
    }

    /** An append may be refused only because it is a repeat: that takes another look. */
    private Uni<Written> judge(Head head, Instant recordedAt, boolean isSure) {
        LineageReader lineages = new LineageReader(connection, head.timeline(), head.position());
        return Concerned.by(requests, isSure, lineages, connection, head)
                .plug(this::offTheEventLoop)
                .chain(
                        concerned -> {
                            Admission admission =
                                    new Admission(head, concerned.facts(), recordedAt);
                            List<AppendOutcome> outcomes = outcomes(admission, concerned);
                            return isSure || outcomes.stream().allMatch(Appended.class::isInstance)
                                    ? write(head, admission, concerned, outcomes, lineages)
                                    : judge(head, recordedAt, true);
                        });
    }

    /** Much to judge, hash and fold would keep the requests of others waiting. */
    private <T> Uni<T> offTheEventLoop(Uni<T> uni) {
        return hasManyFacts() ? uni.emitOn(Infrastructure.getDefaultWorkerPool()) : uni;
    }

    private boolean hasManyFacts() {
        return requests.stream().mapToInt(r -> r.drafts().size()).sum() > FEW_FACTS;
    }

    /** A few hundred facts that contradict each other may take a slow machine long to fold. */
    private <T> Uni<T> withSignsOfLife(Uni<T> uni) {
        if (!hasManyFacts()) {
            return uni;
        }
        Cancellable signs =
                Multi.createFrom()
                        .ticks()
                        .startingAfter(SIGN_OF_LIFE_EVERY)
                        .every(SIGN_OF_LIFE_EVERY)
                        .onOverflow()
                        .drop()
                        .call(() -> connection.query("select 1").execute())
                        .subscribe()
                        .with(_ -> {}, _ -> {});
        return uni.onTermination().invoke(signs::cancel);
    }

    private List<AppendOutcome> outcomes(Admission admission, Concerned concerned) {
        List<AppendOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            outcomes.add(admission.judge(requests.get(i), concerned.conflicts().get(i)));
        }
        return outcomes;
    }

    private Uni<Written> write(
            Head head,
            Admission admission,
            Concerned concerned,
            List<AppendOutcome> outcomes,
            LineageReader lineages) {
        HashedRows rows = new HashedRows(head, concerned.facts());
        Uni<?> written =
                admission.admitted().isEmpty() ? commit() : write(head, admission, rows, lineages);
        return written.map(_ -> new Written(outcomes, Optional.of(rows.head()), rows.rows()));
    }

    /**
     * Sends all statements and the commit without waiting in between; waits for all of them, failed
     * or not, and fails with all that failed: what is read or written after the first failure only
     * says that the transaction was aborted. What must be read for the views leaves before the last
     * facts, so that it is there while they are still stored; of many facts the first leave before
     * it is even known what must be read, so that the database does not wait.
     */
    private Uni<Void> write(
            Head head, Admission admission, HashedRows rows, LineageReader lineages) {
        Deque<List<Known>> slices = slices(admission.admitted());
        List<Uni<?>> sent = new ArrayList<>();
        if (slices.size() > 1) {
            sent.addAll(store(slices.removeFirst(), rows));
        }
        Uni<List<Uni<?>>> views =
                sent(
                        taught(head, admission.changes(), lineages)
                                .map(set -> views(head.timeline(), admission.changes(), set))
                                .plug(this::withSignsOfLife));
        try {
            slices.forEach(slice -> sent.addAll(store(slice, rows)));
            sent.add(sent(connection.preparedQuery(MOVE_HEAD).execute(moved(rows.head()))));
        } catch (RuntimeException | Error e) {
            // What the views send must come before the rollback, not after it.
            return views.onItemOrFailure().transformToUni((_, _) -> Uni.createFrom().failure(e));
        }
        return views.onItemOrFailure()
                .transformToUni(
                        (ofViews, failure) -> {
                            if (failure == null) {
                                sent.addAll(ofViews);
                                sent.add(sent(commit()));
                            } else {
                                sent.add(views);
                            }
                            return all(sent);
                        });
    }

    private Uni<WorkingSet> taught(Head head, List<Change> changes, LineageReader lineages) {
        long startNanos = System.nanoTime();
        return memory.workingSetAt(head, connection)
                .chain(workingSet -> lineages.teach(workingSet, changes).replaceWith(workingSet))
                .invoke(_ -> meters.read(Duration.ofNanos(System.nanoTime() - startNanos)))
                .plug(this::offTheEventLoop);
    }

    /** Folded as a whole: what one fact begins and another one ends is written once. */
    private List<Uni<?>> views(int timeline, List<Change> changes, WorkingSet workingSet) {
        long startNanos = System.nanoTime();
        ViewChanges folded = workingSet.fold(changes);
        meters.folded(System.nanoTime() - startNanos);
        List<Uni<?>> sent = new ArrayList<>();
        ViewWriter.statements(connection, timeline, folded)
                .forEach(statement -> sent.add(sent(statement)));
        return sent;
    }

    /** The database works on one slice while the next is made. */
    private static Deque<List<Known>> slices(List<Known> all) {
        Deque<List<Known>> slices = new ArrayDeque<>();
        for (int from = 0; from < all.size(); from += SLICE_FACTS) {
            slices.add(all.subList(from, Math.min(from + SLICE_FACTS, all.size())));
        }
        return slices;
    }

    private List<Uni<?>> store(List<Known> slice, HashedRows rows) {
        List<LogRow> stored = rows.next(slice);
        Touches touches = new Touches();
        stored.forEach(r -> touches.add(r.fact().position(), r.rootType(), r.touches()));
        List<Uni<?>> sent = new ArrayList<>();
        sent.add(sent(FactRows.insert(connection, rows.head(), stored)));
        touches.statements(connection, rows.head().timeline())
                .forEach(statement -> sent.add(sent(statement)));
        return sent;
    }

    private static Uni<Void> all(List<Uni<?>> sent) {
        return Uni.combine().all().unis(sent).collectFailures().discardItems();
    }

    /** A statement that is under way, and what becomes of it. */
    private static <T> Uni<T> sent(Uni<T> statement) {
        return Uni.createFrom().completionStage(statement.subscribeAsCompletionStage());
    }

    private static Tuple moved(Head head) {
        return Tuple.of(
                head.timeline(),
                head.position(),
                head.recordedAt().atOffset(ZoneOffset.UTC),
                head.hash());
    }
}
