package dev.annals.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of one timeline's log as this node has seen it: how far it reaches, the last facts, and
 * the pages of them that those who follow are at, shared by all. Thread-safe.
 */
final class Tail {

    /** Pages end at multiples of this, so that those who have fallen behind come together again. */
    static final int PAGE_FACTS = 256;

    /** A page ends with the fact that passes this. */
    static final int PAGE_CHARS = 65_536;

    private static final int KEPT_FACTS = 2_000;
    private static final long KEPT_CHARS = 8_000_000;
    private static final int KEPT_PAGES = 32;

    /** Goes on when it is run. */
    interface Follower extends Runnable {
        /** The position up to which it has been given what it follows. */
        long cursor();
    }

    private record Place(long after, long upTo) {}

    private final Deque<LogEntry> kept = new ArrayDeque<>();
    private final Map<Place, SharedPage> pages = new LinkedHashMap<>();
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isWaking = new AtomicBoolean();
    private final Executor waker;
    private long keptChars;
    private volatile long head;

    /**
     * @param waker wakes those who follow, so that whoever has committed is not kept by them
     */
    Tail(Executor waker) {
        this.waker = waker;
    }

    long head() {
        return head;
    }

    /**
     * @param follower told, on some thread, whenever the log has grown
     */
    void enter(Follower follower) {
        followers.add(follower);
    }

    /**
     * @return whether nobody follows any more
     */
    boolean leave(Follower follower) {
        followers.remove(follower);
        return followers.isEmpty();
    }

    int followers() {
        return followers.size();
    }

    /** How far the slowest of those who follow is behind. */
    long longestLag() {
        long reached = head;
        return followers.stream().mapToLong(f -> Math.max(0, reached - f.cursor())).max().orElse(0);
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

    /** The log reaches this far at least: tells everybody who follows. */
    void reaches(long position) {
        boolean isNews;
        synchronized (this) {
            isNews = position > head;
            head = Math.max(head, position);
        }
        if (isNews && !followers.isEmpty() && isWaking.compareAndSet(false, true)) {
            waker.execute(this::wake);
        }
    }

    private void wake() {
        isWaking.set(false); // first: who is passed already is woken again by what comes now
        followers.forEach(Follower::run);
    }

    /** The facts after a position that are kept here; empty if the next one is not. */
    synchronized Optional<SharedPage> after(long position) {
        if (kept.isEmpty()
                || kept.getFirst().position() > position + 1
                || kept.getLast().position() <= position) {
            return Optional.empty();
        }
        long end = (position / PAGE_FACTS + 1) * PAGE_FACTS;
        Place place = new Place(position, Math.min(end, kept.getLast().position()));
        SharedPage page = pages.computeIfAbsent(place, this::page);
        if (pages.size() > KEPT_PAGES) {
            pages.remove(pages.keySet().iterator().next());
        }
        return Optional.of(page);
    }

    private SharedPage page(Place place) {
        List<LogEntry> entries = new ArrayList<>();
        long chars = 0;
        long skipped = place.after() + 1 - kept.getFirst().position();
        long wanted = place.upTo() - place.after();
        for (LogEntry entry : kept.stream().skip(skipped).limit(wanted).toList()) {
            entries.add(entry);
            chars += entry.json().length();
            if (chars > PAGE_CHARS) {
                break;
            }
        }
        return new SharedPage(entries, entries.getLast().position());
    }
}
