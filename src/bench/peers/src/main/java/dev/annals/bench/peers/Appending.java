package dev.annals.bench.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many writers, each of which waits for its answer before it appends again. */
final class Appending {

    private final EventPeer peer;
    private final List<EventPeer.Writer> writers = new ArrayList<>();

    Appending(EventPeer peer) {
        this.peer = peer;
    }

    Map<String, ?> run(int count, int batch, long millis, String fact) throws Exception {
        while (writers.size() < count) {
            writers.add(peer.writer(writers.size()));
        }
        List<String> facts = Collections.nCopies(batch, fact);
        long startNanos = System.nanoTime();
        long deadlineNanos = startNanos + millis * 1_000_000;
        long appended = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<Long>> all = new ArrayList<>();
            for (EventPeer.Writer writer : writers.subList(0, count)) {
                all.add(threads.submit(() -> write(writer, facts, deadlineNanos)));
            }
            for (Future<Long> one : all) {
                appended += one.get();
            }
        }
        return Map.of("facts", appended, "seconds", (System.nanoTime() - startNanos) / 1e9);
    }

    private static long write(EventPeer.Writer writer, List<String> facts, long deadlineNanos)
            throws Exception {
        long appended = 0;
        while (System.nanoTime() < deadlineNanos) {
            writer.append(facts);
            appended += facts.size();
        }
        return appended;
    }
}
