package dev.annals.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Names each request, for the answer and for what is logged of it, and the timeline beside. A name
 * that a proxy has given is kept if it cannot be mistaken for anything else in a log.
 */
@ApplicationScoped
public class RequestId {

    private static final int FIRST = 510;
    private static final String HEADER = "X-Request-Id";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TIMELINE =
            Pattern.compile("/timelines/([a-z0-9-]{1,128})(?:/.*)?");

    void filter(@Observes Filters filters) {
        filters.register(RequestId::name, FIRST);
    }

    private static void name(RoutingContext context) {
        String id =
                Optional.ofNullable(context.request().getHeader(HEADER))
                        .filter(given -> NAME.matcher(given).matches())
                        .orElseGet(() -> UUID.randomUUID().toString());
        context.response().putHeader(HEADER, id);
        MDC.put("request", id);
        Optional.ofNullable(context.request().path())
                .map(TIMELINE::matcher)
                .filter(Matcher::matches)
                .ifPresent(timeline -> MDC.put("timeline", timeline.group(1)));
        context.next();
    }
}
