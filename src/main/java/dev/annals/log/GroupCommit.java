package dev.annals.log;

import dev.annals.log.KnownFacts.Known;
import dev.annals.views.Change;
import dev.annals.views.ViewChanges;
import dev.annals.views.ViewWriter;
import dev.annals.views.Views;
import dev.annals.views.WorkingSet;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One transaction that appends a group of requests to one timeline: lock the timeline, look up what
 * the requests name, judge them, write the facts, fold what they change and write the view rows. It
 * does not commit; whoever opened the transaction does.
 */
final class GroupCommit {

    /** So many are judged and folded in no time. */
    private static final int FEW_FACTS = 200;

    private static final int SLICE_FACTS = 500;

    /**
     * The clock is read once the row is locked, so that it cannot fall behind the last commit's.
     */
    private static final String LOCK =
            """
            with lane as materialized (
                select key, head, recorded_at, hash from timelines where id = $1 for update
            )
            select key, head, recorded_at, hash, clock_timestamp(), (select version from rules) from lane
            """;

    private static final String MOVE_HEAD =
            "update timelines set head = $2, recorded_at = $3, hash = $4 where key = $1";

    private final SqlConnection connection;
    private final List<AppendRequest> requests;
    private final LaneMemory memory;
    private final AppendMeters meters;

    GroupCommit(
            SqlConnection connection,
            List<AppendRequest> requests,
            LaneMemory memory,
            AppendMeters meters) {
        this.connection = connection;
        this.requests = requests;
        this.memory = memory;
        this.meters = meters;
    }

    /**
     * What was written, to be made public after the commit.
     *
     * @param head the end of the log then; empty if there is no such timeline
     */
    record Written(List<AppendOutcome> outcomes, Optional<Head> head, List<LogRow> rows) {}

    Uni<Written> write() {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(requests.getFirst().timeline()))
                .chain(
                        rows ->
                                rows.size() == 0
                                        ? unknownTimeline()
                                        : append(rows.iterator().next()));
    }

    private Uni<Written> unknownTimeline() {
        List<AppendOutcome> outcomes = new ArrayList<>();
        requests.forEach(r -> outcomes.add(new AppendOutcome.UnknownTimeline(r.timeline())));
        return Uni.createFrom().item(new Written(outcomes, Optional.empty(), List.of()));
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
        LineageReader lineages = new LineageReader(connection, head.timeline(), head.position());
        return Concerned.by(requests, lineages, connection, head)
                .plug(this::offTheEventLoop)
                .chain(concerned -> judge(head, recordedAt, concerned, lineages));
    }

    /** Much to judge, hash and fold would keep the requests of others waiting. */
    private <T> Uni<T> offTheEventLoop(Uni<T> uni) {
        int facts = requests.stream().mapToInt(r -> r.drafts().size()).sum();
        return facts > FEW_FACTS ? uni.emitOn(Infrastructure.getDefaultWorkerPool()) : uni;
    }

    private Uni<Written> judge(
            Head head, Instant recordedAt, Concerned concerned, LineageReader lineages) {
        Admission admission = new Admission(head, concerned.facts(), recordedAt);
        List<AppendOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            outcomes.add(admission.judge(requests.get(i), concerned.conflicts().get(i)));
        }
        HashedRows rows = new HashedRows(head, concerned.facts());
        Uni<?> written =
                admission.admitted().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : write(head, admission, rows, lineages);
        return written.map(_ -> new Written(outcomes, Optional.of(rows.head()), rows.rows()));
    }

    /**
     * Sends all statements without waiting in between; waits for all of them, failed or not. What
     * must be read for the views leaves first, so that it is there while facts are still stored.
     */
    private Uni<Void> write(
            Head head, Admission admission, HashedRows rows, LineageReader lineages) {
        Uni<?> views =
                sent(
                        taught(head, admission.changes(), lineages)
                                .chain(set -> views(head.timeline(), admission.changes(), set)));
        Uni<?> stored = sent(Uni.createFrom().deferred(() -> store(admission.admitted(), rows)));
        return all(List.of(stored, views));
    }

    private Uni<Void> store(List<Known> admitted, HashedRows rows) {
        List<Uni<?>> sent = new ArrayList<>();
        for (List<Known> slice : slices(admitted)) {
            List<LogRow> stored = rows.next(slice);
            storing(rows.head(), stored).forEach(statement -> sent.add(sent(statement)));
        }
        sent.add(sent(connection.preparedQuery(MOVE_HEAD).execute(moved(rows.head()))));
        return all(sent);
    }

    private Uni<WorkingSet> taught(Head head, List<Change> changes, LineageReader lineages) {
        long startNanos = System.nanoTime();
        return memory.workingSetAt(head, connection)
                .chain(workingSet -> lineages.teach(workingSet, changes).replaceWith(workingSet))
                .invoke(_ -> meters.read(Duration.ofNanos(System.nanoTime() - startNanos)))
                .plug(this::offTheEventLoop);
    }

    private Uni<Void> views(int timeline, List<Change> changes, WorkingSet workingSet) {
        List<Uni<?>> sent = new ArrayList<>();
        long foldNanos = 0;
        for (List<Change> slice : slices(changes)) {
            long startNanos = System.nanoTime();
            ViewChanges folded = workingSet.fold(slice);
            foldNanos += System.nanoTime() - startNanos;
            ViewWriter.statements(connection, timeline, folded)
                    .forEach(statement -> sent.add(sent(statement)));
        }
        meters.folded(foldNanos);
        return all(sent);
    }

    /** The database works on one slice while the next is made. */
    private static <T> List<List<T>> slices(List<T> all) {
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SLICE_FACTS) {
            slices.add(all.subList(from, Math.min(from + SLICE_FACTS, all.size())));
        }
        return slices;
    }

    private List<Uni<?>> storing(Head head, List<LogRow> rows) {
        Touches touches = new Touches();
        rows.forEach(r -> touches.add(r.fact().position(), r.rootType(), r.touches()));
        List<Uni<?>> statements = new ArrayList<>();
        statements.add(FactRows.insert(connection, head, rows));
        statements.addAll(touches.statements(connection, head.timeline()));
        return statements;
    }

    private static Uni<Void> all(List<Uni<?>> sent) {
        return sent.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.combine().all().unis(sent).collectFailures().discardItems();
    }

    /** A statement that is under way, and what becomes of it. */
    private static Uni<?> sent(Uni<?> statement) {
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
