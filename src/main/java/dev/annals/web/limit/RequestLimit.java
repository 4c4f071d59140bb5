package dev.annals.web.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Works on so many requests at once, and answers 503 to those beyond at once: a queue would only
 * make all of them wait. A stream no longer counts once it has begun. What operators ask (/q) is
 * always answered.
 */
@ApplicationScoped
public class RequestLimit {

    private static final String SLOT = RequestLimit.class.getName();
    private static final String FOR_OPERATORS = "/q/";

    /** After CORS, so that a page gets to read the answer; before authentication. */
    private static final int BEFORE_WORK = 250;

    private final AtomicInteger open = new AtomicInteger();
    private final int most;
    private final Refusals refusals;
    private final Stopping stopping;

    RequestLimit(
            MeterRegistry meters,
            Refusals refusals,
            Stopping stopping,
            @ConfigProperty(name = "annals.max-requests", defaultValue = "1000") int most) {
        this.most = most;
        this.refusals = refusals;
        this.stopping = stopping;
        meters.gauge("annals.requests.open", open);
    }

    private record Slot(AtomicInteger open, AtomicBoolean isTaken) {
        void release() {
            if (isTaken.compareAndSet(true, false)) {
                open.decrementAndGet();
            }
        }
    }

    void filter(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_WORK);
    }

    private void admit(RoutingContext context) {
        String path = context.normalizedPath();
        if (path != null && path.startsWith(FOR_OPERATORS)) {
            context.next();
        } else if (stopping.isUnderWay()) {
            context.response().putHeader("Connection", "close");
            refusals.answer(context.response(), Limit.STOPPING, "the service is stopping");
        } else if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            refusals.answer(
                    context.response(), Limit.REQUESTS, "too many requests are being answered");
        } else {
            Slot slot = new Slot(open, new AtomicBoolean(true));
            context.put(SLOT, slot);
            context.addEndHandler(_ -> slot.release());
            context.next();
        }
    }

    /** The request goes on as a stream and is no longer counted here. */
    public static void release(RoutingContext context) {
        Slot slot = context.get(SLOT);
        if (slot != null) {
            slot.release();
        }
    }
}
