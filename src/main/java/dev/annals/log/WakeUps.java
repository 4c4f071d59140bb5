package dev.annals.log;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Tells the tails of this node what any node has committed: one connection listens, and since a
 * notification can be lost, a poll asks every second as well.
 */
@ApplicationScoped
public class WakeUps {

    private static final long POLL_MILLIS = 1_000;

    private final Vertx vertx;
    private final Tails tails;
    private final Listener listener;
    private long poll;

    WakeUps(Vertx vertx, Tails tails, Primary primary) {
        this.vertx = vertx;
        this.tails = tails;
        this.listener = new Listener(vertx, primary, this::heard, this::poll);
    }

    void start(@Observes StartupEvent event) {
        listener.start();
        poll = vertx.setPeriodic(POLL_MILLIS, _ -> poll());
    }

    boolean isListening() {
        return listener.isListening();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(poll);
        listener.stop();
    }

    /**
     * @param payload the timeline's key and its head
     */
    private void heard(String payload) {
        String[] words = payload.split(" ", 2);
        tails.reaches(Integer.parseInt(words[0]), Long.parseLong(words[1]));
    }

    private void poll() {
        tails.poll().subscribe().with(_ -> {}, failure -> Log.debugf("poll failed: %s", failure));
    }
}
