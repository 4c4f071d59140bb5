package dev.annals.log;

import dev.annals.domain.entity.Entity;
import dev.annals.domain.span.Span;
import dev.annals.log.AppendOutcome.Appended;
import dev.annals.log.AppendOutcome.Rejection;
import dev.annals.log.AppendOutcome.UnknownTimeline;
import dev.annals.views.Change;
import dev.annals.views.Replacement;
import dev.annals.views.ViewChanges;
import dev.annals.views.Views;
import dev.annals.views.WorkingSet;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Judges and folds an append as the log stands, and writes nothing: no lane is entered, no row
 * locked, no position taken. What others append meanwhile is not waited for.
 */
@ApplicationScoped
public class DryRun {

    /** What would become of the append. */
    public sealed interface Outcome {}

    public record Refused(Rejection rejection) implements Outcome {}

    /**
     * @param timeline the timeline's key
     * @param position the head that the append was folded upon
     * @param recordedAt of the fact at the head; empty at position 0
     * @param added how many facts are not held yet
     */
    public record Folded(
            int timeline,
            long position,
            Optional<Instant> recordedAt,
            int added,
            List<Replacement<Span>> spans,
            List<Replacement<Entity>> entities)
            implements Outcome {}

    private static final String HEAD =
            """
            select key, head, recorded_at, hash, (select version from rules where is_only) from timelines where id = $1
            """;

    /** Each holds the histories of all subjects that it touches. */
    private static final int MOST_AT_ONCE = 16;

    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final Pool pool;

    DryRun(Pool pool) {
        this.pool = pool;
    }

    public Uni<Outcome> of(AppendRequest request) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                room.tryAcquire()
                                        ? inRoom(request).onTermination().invoke(room::release)
                                        : refused(new AppendOutcome.Overloaded()));
    }

    private Uni<Outcome> inRoom(AppendRequest request) {
        return pool.preparedQuery(HEAD)
                .execute(Tuple.of(request.timeline()))
                .chain(
                        rows ->
                                rows.size() == 0
                                        ? refused(new UnknownTimeline(request.timeline()))
                                        : judge(request, rows.iterator().next()));
    }

    private static Uni<Outcome> refused(Rejection rejection) {
        return Uni.createFrom().item(new Refused(rejection));
    }

    private Uni<Outcome> judge(AppendRequest request, Row row) {
        if (row.getInteger(4) > Views.RULES) {
            return Uni.createFrom().failure(new OutdatedNode());
        }
        Optional<Instant> recordedAt =
                Optional.ofNullable(row.getOffsetDateTime(2)).map(OffsetDateTime::toInstant);
        Head head =
                new Head(
                        row.getInteger(0),
                        row.getLong(1),
                        recordedAt.orElse(Instant.MIN),
                        row.getString(3));
        LineageReader lineages = new LineageReader(pool, head.timeline(), head.position());
        return Concerned.by(List.of(request), true, lineages, pool, head)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(
                        concerned -> {
                            Admission admission =
                                    new Admission(head, concerned.facts(), head.recordedAt());
                            return switch (admission.judge(
                                    request, concerned.conflicts().getFirst())) {
                                case Rejection rejection -> refused(rejection);
                                case Appended appended ->
                                        folded(admission.changes(), lineages)
                                                .map(
                                                        views ->
                                                                new Folded(
                                                                        head.timeline(),
                                                                        head.position(),
                                                                        recordedAt,
                                                                        appended.added(),
                                                                        views.spanReplacements(),
                                                                        views
                                                                                .entityReplacements()));
                            };
                        });
    }

    private static Uni<ViewChanges> folded(List<Change> changes, LineageReader lineages) {
        WorkingSet workingSet = new WorkingSet();
        return lineages.teach(workingSet, changes)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(_ -> workingSet.fold(changes));
    }
}
