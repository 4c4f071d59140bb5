package dev.annals.log;

import dev.annals.log.GroupCommit.Written;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The way into one timeline: one transaction at a time. What arrives while one is under way waits
 * and is committed together by the next, so that one flush to disk serves many writers.
 */
final class Lane {

    /** A commit takes requests until it has this many facts, or bytes. */
    static final int GROUP_FACTS = 2_000;

    static final long GROUP_BYTES = 8L << 20;

    /** While the first in line has waited longer, who comes is turned away at once. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration RETRY_AFTER = Duration.ofMillis(100);
    private static final Duration RETRY_AT_MOST_EVERY = Duration.ofSeconds(2);

    /** From the moment that the first of a group arrived. */
    private static final Duration RETRY_FOR = Duration.ofSeconds(15);

    /** Who sent something twice will again: ids are looked up for so many commits from then on. */
    private static final int WARY_COMMITS = 1_000;

    private record Waiting(
            AppendRequest request, UniEmitter<? super AppendOutcome> answer, long sinceNanos) {

        Duration age() {
            return since(sinceNanos);
        }
    }

    private final Pool pool;
    private final WaitingRoom room;
    private final Consumer<Written> afterCommit;
    private final LaneMemory memory;
    private final AppendMeters meters;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean committing;
    private int waryCommits;

    /**
     * @param room shared by all lanes of the node
     * @param remembered how much they remember together
     * @param afterCommit told of each commit, in order, before the writers are answered
     */
    Lane(
            Pool pool,
            WaitingRoom room,
            AtomicLong remembered,
            AppendMeters meters,
            Consumer<Written> afterCommit) {
        this.memory = new LaneMemory(remembered, meters);
        this.meters = meters;
        this.pool = pool;
        this.room = room;
        this.afterCommit = afterCommit;
    }

    Uni<AppendOutcome> append(AppendRequest request) {
        return Uni.createFrom()
                .emitter(answer -> enter(new Waiting(request, answer, System.nanoTime())));
    }

    synchronized int waitingFacts() {
        return waiting.stream().mapToInt(w -> w.request().drafts().size()).sum();
    }

    /** How long the first in line waits by now. */
    synchronized Duration longestWait() {
        return waiting.isEmpty() ? Duration.ZERO : waiting.peek().age();
    }

    synchronized boolean isCommitting() {
        return committing;
    }

    /** Frees what is remembered of the timeline, unless a commit is under way. */
    synchronized void forgetIfIdle() {
        if (!committing && waiting.isEmpty()) {
            memory.forget();
        }
    }

    private void enter(Waiting writer) {
        if (queue(writer)) {
            commitNext();
        } else {
            writer.answer().complete(new AppendOutcome.Overloaded());
        }
    }

    private synchronized boolean queue(Waiting writer) {
        boolean isSlow = !waiting.isEmpty() && waiting.peek().age().compareTo(LONGEST_WAIT) > 0;
        return !isSlow && room.enter(writer.request()) && waiting.add(writer);
    }

    private void commitNext() {
        List<Waiting> group = nextGroup();
        if (!group.isEmpty()) {
            group.forEach(writer -> meters.waited(writer.age()));
            commit(group, true)
                    .subscribe()
                    .with(written -> committed(group, written), failure -> failed(group, failure));
        }
    }

    /** Empty if a commit is under way, or nobody waits. */
    private synchronized List<Waiting> nextGroup() {
        List<Waiting> group = new ArrayList<>();
        int facts = 0;
        long bytes = 0;
        while (!committing && !waiting.isEmpty()) {
            AppendRequest next = waiting.peek().request();
            facts += next.drafts().size();
            bytes += next.sizeBytes();
            if (!group.isEmpty() && (facts > GROUP_FACTS || bytes > GROUP_BYTES)) {
                break;
            }
            group.add(waiting.remove());
        }
        committing = committing || !group.isEmpty();
        return group;
    }

    /**
     * A commit that fails for a passing reason is tried again with the same ids: if the first try
     * was committed after all, the second finds its facts held.
     */
    private Uni<Written> commit(List<Waiting> group, boolean isFirst) {
        AtomicBoolean isFirstTry = new AtomicBoolean(isFirst);
        List<AppendRequest> requests = group.stream().map(Waiting::request).toList();
        Duration left = RETRY_FOR.minus(group.getFirst().age());
        long startNanos = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> tryCommit(requests, isFirstTry.getAndSet(false)))
                .onFailure(PassingTrouble::is)
                .retry()
                .withBackOff(RETRY_AFTER, RETRY_AT_MOST_EVERY)
                .expireIn(Math.max(1, left.toMillis()))
                .invoke(_ -> meters.committed(since(startNanos)))
                .onFailure()
                .invoke(_ -> meters.failed(since(startNanos)));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** A commit that only then finds its facts held has lost its time, and what is remembered. */
    private Uni<Written> tryCommit(List<AppendRequest> requests, boolean isFirst) {
        boolean looksIdsUp = !isFirst || waryCommits > 0;
        waryCommits = Math.max(0, waryCommits - 1);
        return tryOnce(requests, looksIdsUp)
                .onFailure(failure -> !looksIdsUp && TakenId.is(failure))
                .recoverWithUni(() -> tryOnce(requests, true))
                .invoke(this::expectMore);
    }

    private void expectMore(Written written) {
        if (written.outcomes().stream().anyMatch(AppendOutcome::isRepeat)) {
            waryCommits = WARY_COMMITS;
        }
    }

    private Uni<Written> tryOnce(List<AppendRequest> requests, boolean looksIdsUp) {
        UnconfirmedCommit.Watch watch = new UnconfirmedCommit.Watch();
        return pool.withConnection(
                        connection -> {
                            watch.over(connection);
                            return new GroupCommit(connection, requests, looksIdsUp, memory, meters)
                                    .run();
                        })
                .invoke(Unchecked.consumer(_ -> watch.check()));
    }

    private void committed(List<Waiting> group, Written written) {
        tell(written);
        leave(group);
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(written.outcomes().get(i));
        }
    }

    /** What is committed stays committed, whoever cannot bear to hear of it. */
    private void tell(Written written) {
        if (written.rows().isEmpty()) {
            return;
        }
        memory.committedAt(written.head().orElseThrow());
        try {
            afterCommit.accept(written);
        } catch (RuntimeException | Error e) {
            Log.error("a commit could not be made public", e);
        }
    }

    /** One that cannot be committed must not fail its neighbours: each is tried by itself. */
    private void failed(List<Waiting> group, Throwable failure) {
        if (group.size() == 1 || PassingTrouble.is(failure)) {
            giveUp(group, failure);
        } else {
            Multi.createFrom()
                    .iterable(group)
                    .onItem()
                    .transformToUniAndConcatenate(this::commitAlone)
                    .subscribe()
                    .with(_ -> {}, unexpected -> giveUp(group, unexpected), () -> leave(group));
        }
    }

    private void giveUp(List<Waiting> group, Throwable failure) {
        leave(group);
        group.forEach(writer -> writer.answer().fail(failure));
    }

    private Uni<Void> commitAlone(Waiting writer) {
        return commit(List.of(writer), false)
                .invoke(this::tell)
                .onItemOrFailure()
                .transform(
                        (written, failure) -> {
                            if (failure == null) {
                                writer.answer().complete(written.outcomes().getFirst());
                            } else {
                                writer.answer().fail(failure);
                            }
                            return null;
                        });
    }

    private void leave(List<Waiting> group) {
        synchronized (this) {
            committing = false;
        }
        group.forEach(writer -> room.leave(writer.request()));
        commitNext();
    }
}
