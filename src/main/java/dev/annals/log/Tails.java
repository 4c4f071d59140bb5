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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Follows logs: every fact after a position, then each new one as it is committed, whichever node
 * committed it. Who follows has one page of facts in hand and asks for the next when it is taken;
 * one that falls behind what is kept in memory reads from the table. What several need at once is
 * read once.
 */
@ApplicationScoped
public class Tails {

    private static final Duration RETRY = Duration.ofMillis(500);

    /** Pages that are in memory before they are asked for, of all who are behind. */
    private static final int PAGES_AHEAD = 64;

    /** What is read of a timeline's table, for all who ask for the same at the same time. */
    private record Reading(int timeline, LogFilter filter, long after, long upTo) {}

    private final Pool pool;
    private final LogReader reader;
    private final Map<Integer, Tail> tails = new ConcurrentHashMap<>();
    private final Map<Reading, Uni<SharedPage>> readings = new ConcurrentHashMap<>();

    private final Semaphore roomAhead = new Semaphore(PAGES_AHEAD);
    private final LongAdder fromMemory = new LongAdder();
    private final LongAdder fromTable = new LongAdder();
    private volatile long missed;

    /** So that about as much is read as makes a page. */
    private volatile long recentFactChars = 512;

    Tails(Pool pool, LogReader reader) {
        this.pool = pool;
        this.reader = reader;
    }

    /** How many timelines are being followed on this node. */
    public int size() {
        return tails.size();
    }

    int followers() {
        return tails.values().stream().mapToInt(Tail::followers).sum();
    }

    /** How many facts the slowest of those who follow has yet to be given. */
    long longestLag() {
        return tails.values().stream().mapToLong(Tail::longestLag).max().orElse(0);
    }

    /** How many facts the last poll found that nobody had told of. */
    long missed() {
        return missed;
    }

    long pagesFromMemory() {
        return fromMemory.sum();
    }

    /** Read once for all who ask at the same time, and counted once. */
    long pagesFromTable() {
        return fromTable.sum();
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
        long found = 0;
        for (Row row : heads) {
            found += beyond(row.getInteger(0), row.getLong(1));
            reaches(row.getInteger(0), row.getLong(1));
        }
        missed = found;
    }

    /** A tail that is new knows nothing yet, and has missed nothing. */
    private long beyond(int timeline, long position) {
        Tail tail = tails.get(timeline);
        return tail == null || tail.head() == 0 ? 0 : Math.max(0, position - tail.head());
    }

    /** Never ends; cancel it to leave. */
    public Multi<SharedPage> follow(int timeline, LogFilter filter, long after) {
        return Multi.createFrom()
                .publisher(
                        subscriber ->
                                subscriber.onSubscribe(
                                        enter(
                                                timeline,
                                                tail ->
                                                        new Following(
                                                                new FilteredPages(
                                                                        timeline, filter, tail),
                                                                after,
                                                                subscriber))));
    }

    /** Only who comes first asks how far the log reaches; the others share what the tail knows. */
    private Following enter(int timeline, Function<Tail, Following> following) {
        AtomicReference<Following> entered = new AtomicReference<>();
        AtomicBoolean isFirst = new AtomicBoolean();
        tails.compute(
                timeline,
                (_, tail) -> {
                    isFirst.set(tail == null);
                    Tail present =
                            tail == null ? new Tail(Infrastructure.getDefaultExecutor()) : tail;
                    entered.set(following.apply(present));
                    present.enter(entered.get());
                    return present;
                });
        if (isFirst.get()) {
            poll(new Integer[] {timeline})
                    .subscribe()
                    .with(
                            _ -> {},
                            failure ->
                                    Log.warnf(
                                            "head of timeline %d not read: %s", timeline, failure));
        }
        return entered.get();
    }

    private final class FilteredPages implements Following.Pages {
        private final int timeline;
        private final LogFilter filter;
        private final Tail tail;

        FilteredPages(int timeline, LogFilter filter, Tail tail) {
            this.timeline = timeline;
            this.filter = filter;
            this.tail = tail;
        }

        @Override
        public long head() {
            return tail.head();
        }

        @Override
        public Optional<SharedPage> at(long position) {
            Optional<SharedPage> kept = filter.isNone() ? tail.after(position) : Optional.empty();
            kept.ifPresent(_ -> fromMemory.increment());
            return kept;
        }

        @Override
        public Uni<SharedPage> read(long position, long upTo) {
            Reading reading = new Reading(timeline, filter, position, upTo);
            return readings.computeIfAbsent(reading, Tails.this::start);
        }

        @Override
        public boolean takeRoomAhead() {
            return roomAhead.tryAcquire();
        }

        @Override
        public void leaveRoomAhead() {
            roomAhead.release();
        }

        @Override
        public void left(Following follower) {
            tails.computeIfPresent(timeline, (_, t) -> t == tail && t.leave(follower) ? null : t);
        }
    }

    private Uni<SharedPage> start(Reading reading) {
        fromTable.increment();
        return reader.page(
                        reading.timeline(),
                        reading.filter(),
                        reading.after(),
                        reading.upTo(),
                        Math.clamp(Tail.PAGE_CHARS / recentFactChars, 1, Tail.PAGE_FACTS))
                .map(read -> page(read.entries(), reading))
                .onFailure(PassingTrouble::is)
                .recoverWithUni(
                        () ->
                                Uni.createFrom()
                                        .item(new SharedPage(List.of(), reading.after()))
                                        .onItem()
                                        .delayIt()
                                        .by(RETRY))
                .onTermination()
                .invoke(() -> readings.remove(reading))
                .memoize()
                .indefinitely();
    }

    /**
     * As much of what was read as makes a page; the rest is let go, since a page may be held for
     * long. A page may end before it is full, but an empty one has seen all.
     */
    private SharedPage page(List<LogEntry> read, Reading reading) {
        int count = 0;
        long chars = 0;
        while (count < read.size() && chars <= Tail.PAGE_CHARS) {
            chars += read.get(count).json().length();
            count++;
        }
        recentFactChars = Math.max(1, chars / Math.max(1, count));
        List<LogEntry> page = read.subList(0, count);
        long seen = reading.filter().isNone() ? reading.after() : reading.upTo();
        return new SharedPage(page, page.isEmpty() ? seen : page.getLast().position());
    }
}
