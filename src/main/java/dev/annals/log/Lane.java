package dev.annals.log;

import dev.annals.log.GroupCommit.Written;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The way into one timeline: one transaction at a time. What arrives while one is under way waits
 * and is committed together by the next, so that one flush to disk serves many writers.
 */
final class Lane {

    /** A commit takes requests until it has this many facts. */
    static final int GROUP_FACTS = 2_000;

    /** Beyond this many facts waiting, requests are turned away. */
    static final int WAITING_FACTS = 100_000;

    private static final Duration RETRY_AFTER = Duration.ofMillis(100);
    private static final Duration RETRY_AT_MOST_EVERY = Duration.ofSeconds(2);
    private static final long RETRY_FOR_MILLIS = 15_000;

    private record Waiting(AppendRequest request, UniEmitter<? super AppendOutcome> answer) {
        int facts() {
            return request.drafts().size();
        }
    }

    private final Pool pool;
    private final Consumer<Written> afterCommit;
    private final LaneMemory memory = new LaneMemory();
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int waitingFacts;
    private boolean committing;

    /**
     * @param afterCommit told of each commit, in order, before the writers are answered
     */
    Lane(Pool pool, Consumer<Written> afterCommit) {
        this.pool = pool;
        this.afterCommit = afterCommit;
    }

    Uni<AppendOutcome> append(AppendRequest request) {
        return Uni.createFrom().emitter(answer -> enter(new Waiting(request, answer)));
    }

    synchronized int waitingFacts() {
        return waitingFacts;
    }

    private void enter(Waiting writer) {
        boolean overloaded;
        synchronized (this) {
            overloaded = waitingFacts > WAITING_FACTS;
            if (!overloaded) {
                waiting.add(writer);
                waitingFacts += writer.facts();
            }
        }
        if (overloaded) {
            writer.answer().complete(new AppendOutcome.Overloaded());
        } else {
            commitNext();
        }
    }

    private void commitNext() {
        List<Waiting> group = nextGroup();
        if (!group.isEmpty()) {
            commit(group.stream().map(Waiting::request).toList())
                    .subscribe()
                    .with(written -> committed(group, written), failure -> failed(group, failure));
        }
    }

    /** Empty if a commit is under way, or nobody waits. */
    private synchronized List<Waiting> nextGroup() {
        List<Waiting> group = new ArrayList<>();
        int facts = 0;
        while (!committing
                && !waiting.isEmpty()
                && (group.isEmpty() || facts + waiting.peek().facts() <= GROUP_FACTS)) {
            group.add(waiting.remove());
            facts += group.getLast().facts();
        }
        waitingFacts -= facts;
        committing = committing || !group.isEmpty();
        return group;
    }

    /**
     * A commit that fails for a passing reason is tried again with the same ids: if the first try
     * was committed after all, the second finds its facts held.
     */
    private Uni<Written> commit(List<AppendRequest> requests) {
        return pool.withTransaction(
                        connection -> new GroupCommit(connection, requests, memory).write())
                .onFailure(PassingTrouble::is)
                .retry()
                .withBackOff(RETRY_AFTER, RETRY_AT_MOST_EVERY)
                .expireIn(RETRY_FOR_MILLIS);
    }

    private void committed(List<Waiting> group, Written written) {
        written.head().ifPresent(memory::committedAt);
        if (!written.rows().isEmpty()) {
            tell(written);
        }
        leave();
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(written.outcomes().get(i));
        }
    }

    /** What is committed stays committed, whoever cannot bear to hear of it. */
    private void tell(Written written) {
        try {
            afterCommit.accept(written);
        } catch (RuntimeException e) {
            Log.error("a commit could not be made public", e);
        }
    }

    private void failed(List<Waiting> group, Throwable failure) {
        leave();
        group.forEach(writer -> writer.answer().fail(failure));
    }

    private void leave() {
        synchronized (this) {
            committing = false;
        }
        commitNext();
    }
}
