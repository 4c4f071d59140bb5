package dev.annals.scenarios;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that appends fact after fact, and remembers those that it was promised to be kept. */
final class SteadyWriter implements AutoCloseable {

    private final RunningService service;
    private final String timeline;
    private final String token;
    private final List<UUID> acknowledged = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean isClosed;

    private SteadyWriter(RunningService service, String timeline, String token) {
        this.service = service;
        this.timeline = timeline;
        this.token = token;
        this.thread = Thread.ofPlatform().daemon().unstarted(this::write);
    }

    static SteadyWriter start(RunningService service, String timeline, String token) {
        SteadyWriter writer = new SteadyWriter(service, timeline, token);
        writer.thread.start();
        return writer;
    }

    List<UUID> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** A fact as JSON. */
    static String fact(UUID id) {
        return """
        {"id": "%s", "type": "EventOccurred", "title": "A test is run", "date": "1961-04-12"}
        """
                .formatted(id);
    }

    private void write() {
        try {
            while (!isClosed) {
                UUID id = UUID.randomUUID();
                if (service.append(timeline, fact(id), token).statusCode() == 201) {
                    acknowledged.add(id);
                }
            }
        } catch (UncheckedIOException _) {
            // the connection ended with the service
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Waits for the last answer. */
    void stop() {
        isClosed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
