package dev.annals.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads and throws away what is left of a body when its request has been answered early, so that a
 * client that sends all before it reads gets to see why it was refused; one that does not stop is
 * cut off.
 */
@ApplicationScoped
public class Leftovers {

    private static final int EARLY = 450;
    private static final long PATIENCE_BYTES = 104_857_600;

    void filter(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addEndHandler(_ -> throwAway(context.request()));
                    context.next();
                },
                EARLY);
    }

    private static void throwAway(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        AtomicLong left = new AtomicLong(PATIENCE_BYTES);
        request.handler(
                piece -> {
                    if (left.addAndGet(-piece.length()) < 0) {
                        request.connection().close();
                    }
                });
        request.resume();
    }
}
