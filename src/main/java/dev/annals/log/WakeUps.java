package dev.annals.log;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the tails of this node what any node has committed: one connection listens, and since a
 * notification can be lost with its connection, a poll asks every second as well.
 */
@ApplicationScoped
public class WakeUps {

    private static final String CHANNEL = "annals";
    private static final long POLL_MILLIS = 1_000;
    private static final long RECONNECT_MILLIS = 500;

    private final Vertx vertx;
    private final Tails tails;
    private final PgConnectOptions database;
    private PgSubscriber subscriber;
    private long poll;
    private volatile boolean stopped;

    WakeUps(
            Vertx vertx,
            Tails tails,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.vertx = vertx;
        this.tails = tails;
        this.database =
                PgConnectOptions.fromUri(url).setUser(user).setPassword(password.orElse(""));
    }

    void start(@Observes StartupEvent event) {
        subscriber =
                PgSubscriber.subscriber(vertx, database)
                        .reconnectPolicy(_ -> stopped ? -1L : RECONNECT_MILLIS);
        subscriber.channel(CHANNEL).handler(this::notified);
        subscriber
                .connect()
                .onFailure(
                        failure ->
                                Log.warnf("not listening yet, polling: %s", failure.getMessage()));
        poll = vertx.setPeriodic(POLL_MILLIS, _ -> poll());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(poll);
        subscriber.close();
    }

    /**
     * @param payload the timeline's key and its head
     */
    private void notified(String payload) {
        String[] words = payload.split(" ", 2);
        tails.reaches(Integer.parseInt(words[0]), Long.parseLong(words[1]));
    }

    private void poll() {
        tails.poll().subscribe().with(_ -> {}, failure -> Log.debugf("poll failed: %s", failure));
    }
}
