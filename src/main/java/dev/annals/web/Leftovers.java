package dev.annals.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads and throws away what is left of a body when its request has been answered early, so that a
 * client that sends all before it reads gets to see why it was refused; one that does not stop, or
 * does not go on, is cut off.
 */
@ApplicationScoped
public class Leftovers {

    private static final int EARLY = 450;
    private static final long PATIENCE_BYTES = 1L << 30;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final int REQUEST_TIMEOUT = 408;

    private final Vertx vertx;

    Leftovers(Vertx vertx) {
        this.vertx = vertx;
    }

    void filter(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addEndHandler(_ -> throwAway(context));
                    context.next();
                },
                EARLY);
    }

    private void throwAway(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        HttpConnection connection = request.connection();
        if (context.response().getStatusCode() == REQUEST_TIMEOUT) {
            connection.close();
            return;
        }
        long timer = vertx.setTimer(PATIENCE_MILLIS, _ -> connection.close());
        AtomicLong left = new AtomicLong(PATIENCE_BYTES);
        request.pause(); // else the first handler that is set lets it end before the next
        request.exceptionHandler(_ -> vertx.cancelTimer(timer));
        request.endHandler(_ -> vertx.cancelTimer(timer));
        request.handler(
                piece -> {
                    if (left.addAndGet(-piece.length()) < 0) {
                        connection.close();
                    }
                });
        request.resume();
    }
}
