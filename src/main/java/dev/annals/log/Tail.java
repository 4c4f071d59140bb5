package dev.annals.log;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The end of one timeline's log as this node has seen it: how far it reaches, and the last facts,
 * shared by all who follow. Thread-safe.
 */
final class Tail {

    private static final int KEPT_FACTS = 2_000;
    private static final long KEPT_CHARS = 8_000_000;

    private final Deque<LogEntry> kept = new ArrayDeque<>();
    private final Set<UniEmitter<? super Void>> waiting =
            Collections.newSetFromMap(new IdentityHashMap<>());
    private final Executor waker;
    private long keptChars;
    private long head;
    private int followers;

    /**
     * @param waker wakes those who wait, so that whoever has committed is not kept by them
     */
    Tail(Executor waker) {
        this.waker = waker;
    }

    synchronized long head() {
        return head;
    }

    synchronized void enter() {
        followers++;
    }

    /**
     * @return whether nobody follows any more
     */
    synchronized boolean leave() {
        followers--;
        return followers == 0;
    }

    /** Facts that were committed, in order, without gaps among them. */
    void committed(List<LogEntry> entries) {
        synchronized (this) {
            for (LogEntry entry : entries) {
                keep(entry);
            }
        }
        if (!entries.isEmpty()) {
            reaches(entries.getLast().position());
        }
    }

    private void keep(LogEntry entry) {
        long last = kept.isEmpty() ? 0 : kept.getLast().position();
        if (entry.position() <= last) {
            return;
        }
        if (entry.position() != last + 1) {
            kept.clear();
            keptChars = 0;
        }
        kept.addLast(entry);
        keptChars += entry.json().length();
        while (kept.size() > KEPT_FACTS || keptChars > KEPT_CHARS && kept.size() > 1) {
            keptChars -= kept.removeFirst().json().length();
        }
    }

    /** The log reaches this far at least: wakes everybody who waits for more than they have. */
    void reaches(long position) {
        List<UniEmitter<? super Void>> woken = List.of();
        synchronized (this) {
            if (position > head) {
                head = position;
                woken = List.copyOf(waiting);
                waiting.clear();
            }
        }
        wake(woken);
    }

    private void wake(List<UniEmitter<? super Void>> waiters) {
        if (!waiters.isEmpty()) {
            waker.execute(() -> waiters.forEach(waiter -> waiter.complete(null)));
        }
    }

    /** The facts after a position that are kept here; empty if the next one is not. */
    synchronized Optional<List<LogEntry>> after(long position, int limit) {
        if (kept.isEmpty()
                || kept.getFirst().position() > position + 1
                || kept.getLast().position() <= position) {
            return Optional.empty();
        }
        long skipped = position + 1 - kept.getFirst().position();
        return Optional.of(kept.stream().skip(skipped).limit(limit).toList());
    }

    /** Completes when the log reaches beyond a position. */
    Uni<Void> beyond(long position) {
        return Uni.createFrom().emitter(emitter -> await(position, emitter));
    }

    private void await(long position, UniEmitter<? super Void> emitter) {
        boolean reached;
        synchronized (this) {
            reached = head > position;
            if (!reached) {
                waiting.add(emitter);
            }
        }
        if (reached) {
            emitter.complete(null);
        } else {
            emitter.onTermination(() -> forget(emitter));
        }
    }

    private synchronized void forget(UniEmitter<? super Void> emitter) {
        waiting.remove(emitter);
    }
}
