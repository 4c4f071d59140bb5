package dev.annals.log;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Subject;
import dev.annals.log.AppendOutcome.ConditionFailed;
import dev.annals.views.Change;
import dev.annals.views.Folded;
import dev.annals.views.Need;
import dev.annals.views.ViewChanges;
import dev.annals.views.ViewWriter;
import dev.annals.views.WorkingSet;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One transaction that appends a group of requests to one timeline: lock the timeline, look up what
 * the requests name, judge them, fold what they change, write the facts and the view rows. It does
 * not commit; whoever opened the transaction does.
 */
final class GroupCommit {

    /**
     * The clock is read once the row is locked, so that it cannot fall behind the last commit's.
     */
    private static final String LOCK =
            """
            with lane as materialized (
                select key, head, recorded_at, hash from timelines where id = $1 for update
            )
            select key, head, recorded_at, hash, clock_timestamp() from lane
            """;

    private static final String CONFLICTS =
            """
            select distinct position from touches
            where timeline = $1 and subject = any($2) and folded = any('{true,false}') and position > $3
            order by position limit $4
            """;

    private static final String INSERT_FACTS =
            """
            insert into facts (timeline, position, id, type, root, earliest, latest, recorded_at, json)
            select $1, p, i, t, r, e, l, $8, j
            from unnest($2::bigint[], $3::uuid[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $9::text[])
                as f (p, i, t, r, e, l, j)
            """;

    private static final String INSERT_TOUCHES =
            """
            insert into touches (timeline, subject, folded, position)
            select $1, * from unnest($2::text[], $3::boolean[], $4::bigint[])
            """;

    private static final String MOVE_HEAD =
            """
            with moved as (
                update timelines set head = $2, recorded_at = $3, hash = $4 where key = $1 returning key, head
            )
            select pg_notify('annals', key || ' ' || head) from moved
            """;

    private final SqlConnection connection;
    private final List<AppendRequest> requests;
    private final LaneMemory memory;

    GroupCommit(SqlConnection connection, List<AppendRequest> requests, LaneMemory memory) {
        this.connection = connection;
        this.requests = requests;
        this.memory = memory;
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
        Instant lastRecordedAt =
                Optional.ofNullable(lane.getOffsetDateTime(2))
                        .map(OffsetDateTime::toInstant)
                        .orElse(Instant.MIN);
        Instant now = lane.getOffsetDateTime(4).toInstant();
        Head head =
                new Head(lane.getInteger(0), lane.getLong(1), lastRecordedAt, lane.getString(3));
        Instant recordedAt = now.isBefore(lastRecordedAt) ? lastRecordedAt : now;
        WorkingSet workingSet = memory.workingSetAt(head);
        LineageReader lineages = new LineageReader(connection, head.timeline());
        return Uni.combine()
                .all()
                .unis(lineages.byId(named()), conflicts(head))
                .withUni(
                        (named, conflicts) ->
                                judge(head, recordedAt, named, conflicts, workingSet, lineages));
    }

    /** The ids that the requests use or refer to. */
    private Set<UUID> named() {
        Set<UUID> ids = new HashSet<>();
        for (AppendRequest request : requests) {
            for (Draft draft : request.drafts()) {
                ids.add(draft.id());
                if (draft.fact() instanceof Fact.Amendment amendment) {
                    ids.add(amendment.fact());
                }
            }
        }
        return ids;
    }

    /** For each request, the positions in the log that fail its condition. */
    private Uni<List<List<Long>>> conflicts(Head head) {
        return Uni.join()
                .all(requests.stream().map(r -> conflicts(r, head)).toList())
                .andFailFast();
    }

    private Uni<List<Long>> conflicts(AppendRequest request, Head head) {
        if (request.condition().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Condition condition = request.condition().get();
        if (condition.subjects().isEmpty()) {
            return Uni.createFrom().item(Admission.positions(condition.after(), head.position()));
        }
        String[] subjects =
                condition.subjects().get().stream().map(Subject::toString).toArray(String[]::new);
        return connection
                .preparedQuery(CONFLICTS)
                .execute(
                        Tuple.of(
                                head.timeline(), subjects, condition.after(), ConditionFailed.MOST))
                .map(GroupCommit::positions);
    }

    private static List<Long> positions(RowSet<Row> rows) {
        List<Long> positions = new ArrayList<>();
        rows.forEach(row -> positions.add(row.getLong(0)));
        return positions;
    }

    private Uni<Written> judge(
            Head head,
            Instant recordedAt,
            List<Lineage> named,
            List<List<Long>> conflicts,
            WorkingSet workingSet,
            LineageReader lineages) {
        KnownFacts known = new KnownFacts();
        named.forEach(known::learn);
        Admission admission = new Admission(head, known, recordedAt);
        List<AppendOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            outcomes.add(admission.judge(requests.get(i), conflicts.get(i)));
        }
        if (admission.rows().isEmpty()) {
            return Uni.createFrom().item(new Written(outcomes, Optional.of(head), List.of()));
        }
        return learn(workingSet, admission.changes(), lineages)
                .chain(() -> insert(admission, fold(workingSet, admission.changes())))
                .replaceWith(
                        new Written(outcomes, Optional.of(admission.head()), admission.rows()));
    }

    private static Uni<Void> learn(
            WorkingSet workingSet, List<Change> changes, LineageReader lineages) {
        Need need = workingSet.need(changes);
        if (need.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return lineages.teach(need)
                .invoke(taught -> workingSet.learn(need, taught))
                .chain(() -> learn(workingSet, changes, lineages));
    }

    private static ViewChanges fold(WorkingSet workingSet, List<Change> changes) {
        ViewChanges views = new ViewChanges();
        changes.forEach(change -> workingSet.apply(change, views));
        return views;
    }

    /** Sends all statements without waiting in between; waits for all of them, failed or not. */
    private Uni<Void> insert(Admission admission, ViewChanges views) {
        int timeline = admission.head().timeline();
        List<Uni<?>> statements = new ArrayList<>();
        statements.add(connection.preparedQuery(INSERT_FACTS).execute(facts(timeline, admission)));
        touches(timeline, admission.rows())
                .ifPresent(
                        t -> statements.add(connection.preparedQuery(INSERT_TOUCHES).execute(t)));
        statements.addAll(ViewWriter.statements(connection, timeline, views));
        statements.add(connection.preparedQuery(MOVE_HEAD).execute(moved(admission.head())));
        return Uni.combine().all().unis(statements).collectFailures().discardItems();
    }

    private static Tuple facts(int timeline, Admission admission) {
        List<LogRow> rows = admission.rows();
        return Tuple.tuple()
                .addInteger(timeline)
                .addArrayOfLong(rows.stream().map(r -> r.fact().position()).toArray(Long[]::new))
                .addArrayOfUUID(rows.stream().map(r -> r.fact().id()).toArray(UUID[]::new))
                .addArrayOfString(rows.stream().map(LogRow::type).toArray(String[]::new))
                .addArrayOfLong(rows.stream().map(r -> r.root().orElse(null)).toArray(Long[]::new))
                .addArrayOfLong(rows.stream().map(LogRow::earliest).toArray(Long[]::new))
                .addArrayOfLong(rows.stream().map(LogRow::latest).toArray(Long[]::new))
                .addOffsetDateTime(utc(admission.head().recordedAt()))
                .addArrayOfString(rows.stream().map(LogRow::json).toArray(String[]::new));
    }

    private static Optional<Tuple> touches(int timeline, List<LogRow> rows) {
        List<String> subjects = new ArrayList<>();
        List<Boolean> folded = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (LogRow row : rows) {
            for (Subject subject : row.touches()) {
                subjects.add(subject.toString());
                folded.add(Folded.by(row.rootType(), subject.kind()));
                positions.add(row.fact().position());
            }
        }
        return subjects.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Tuple.tuple()
                                .addInteger(timeline)
                                .addArrayOfString(subjects.toArray(String[]::new))
                                .addArrayOfBoolean(folded.toArray(Boolean[]::new))
                                .addArrayOfLong(positions.toArray(Long[]::new)));
    }

    private static Tuple moved(Head head) {
        return Tuple.of(head.timeline(), head.position(), utc(head.recordedAt()), head.hash());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
