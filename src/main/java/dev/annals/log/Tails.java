package dev.annals.log;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Follows logs: every fact after a position, then each new one as it is committed, whichever node
 * committed it. Who follows has one page of facts in hand and asks for the next when it is taken;
 * one that falls behind what is kept in memory reads from the table.
 */
@ApplicationScoped
public class Tails {

    static final int PAGE = 256;

    private static final Duration RETRY = Duration.ofMillis(500);

    private final Pool pool;
    private final LogReader reader;
    private final Map<Integer, Tail> tails = new ConcurrentHashMap<>();

    Tails(Pool pool, LogReader reader) {
        this.pool = pool;
        this.reader = reader;
    }

    /** How many timelines are being followed on this node. */
    public int size() {
        return tails.size();
    }

    /** The facts that this node has just committed. */
    void committed(int timeline, List<LogEntry> entries) {
        Tail tail = tails.get(timeline);
        if (tail != null) {
            tail.committed(entries);
        }
    }

    /** Some node has committed up to this position: what is new is read once for all who follow. */
    void reaches(int timeline, long position) {
        Tail tail = tails.get(timeline);
        if (tail == null || position <= tail.head()) {
            return;
        }
        if (position - tail.head() > LogReader.STREAM_PAGE) {
            tail.reaches(position);
            return;
        }
        reader.page(timeline, LogFilter.NONE, tail.head(), position, LogReader.STREAM_PAGE)
                .subscribe()
                .with(
                        page -> {
                            tail.committed(page.entries());
                            tail.reaches(position);
                        },
                        _ -> tail.reaches(position));
    }

    /** Asks the table how far the followed logs reach: a wake-up may have been lost. */
    Uni<Void> poll() {
        Integer[] timelines = tails.keySet().toArray(Integer[]::new);
        return timelines.length == 0 ? Uni.createFrom().voidItem() : poll(timelines);
    }

    private Uni<Void> poll(Integer[] timelines) {
        return pool.preparedQuery("select key, head from timelines where key = any($1)")
                .execute(Tuple.tuple().addArrayOfInteger(timelines))
                .invoke(this::reach)
                .replaceWithVoid();
    }

    private void reach(RowSet<Row> heads) {
        heads.forEach(row -> reaches(row.getInteger(0), row.getLong(1)));
    }

    /** Never ends; cancel it to leave. */
    public Multi<List<LogEntry>> follow(int timeline, LogFilter filter, long after) {
        return Multi.createFrom()
                .resource(() -> enter(timeline), tail -> follow(timeline, tail, filter, after))
                .withFinalizer((Tail tail) -> leave(timeline, tail));
    }

    private Multi<List<LogEntry>> follow(int timeline, Tail tail, LogFilter filter, long after) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicLong(after), cursor -> next(timeline, tail, filter, cursor))
                .indefinitely()
                .filter(page -> !page.isEmpty());
    }

    private Tail enter(int timeline) {
        Tail entered =
                tails.compute(
                        timeline,
                        (_, tail) -> {
                            Tail present =
                                    tail == null
                                            ? new Tail(Infrastructure.getDefaultExecutor())
                                            : tail;
                            present.enter();
                            return present;
                        });
        poll(new Integer[] {timeline})
                .subscribe()
                .with(
                        _ -> {},
                        failure ->
                                Log.warnf("head of timeline %d not read: %s", timeline, failure));
        return entered;
    }

    private void leave(int timeline, Tail left) {
        tails.computeIfPresent(timeline, (_, tail) -> tail == left && tail.leave() ? null : tail);
    }

    /** The next facts; empty if those that came do not meet the filter. */
    private Uni<List<LogEntry>> next(int timeline, Tail tail, LogFilter filter, AtomicLong cursor) {
        return tail.beyond(cursor.get())
                .chain(() -> read(timeline, tail, filter, cursor.get()))
                .invoke(read -> cursor.set(read.upTo()))
                .map(Read::entries);
    }

    /** What was read, and how far. */
    private record Read(List<LogEntry> entries, long upTo) {}

    private Uni<Read> read(int timeline, Tail tail, LogFilter filter, long after) {
        if (filter.isNone()) {
            var kept = tail.after(after, PAGE);
            if (kept.isPresent()) {
                return Uni.createFrom().item(new Read(kept.get(), kept.get().getLast().position()));
            }
        }
        long head = tail.head();
        return reader.page(timeline, filter, after, head, PAGE)
                .map(page -> new Read(page.entries(), page.upTo(head)))
                .onFailure(PassingTrouble::is)
                .recoverWithUni(
                        () ->
                                Uni.createFrom()
                                        .item(new Read(List.of(), after))
                                        .onItem()
                                        .delayIt()
                                        .by(RETRY));
    }
}
