package dev.annals.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps addresses that clients make up out of the metrics, where each new one would take memory for
 * ever. Resources are counted under their templates; what is answered without one, under all
 * spellings and to OPTIONS, is counted as one.
 */
@ApplicationScoped
public class CountedPaths {

    private static final int BEFORE_ALL_ANSWERS = 490;

    /** Where the metrics look, and resources put their own. */
    private static final String TEMPLATE = "UrlPathTemplate";

    void filter(@Observes Filters filters) {
        filters.register(CountedPaths::name, BEFORE_ALL_ANSWERS);
    }

    private static void name(RoutingContext context) {
        boolean isMadeUp =
                context.request().method().equals(HttpMethod.OPTIONS)
                        || !context.normalizedPath().equals(context.request().path());
        if (isMadeUp) {
            Vertx.currentContext().putLocal(TEMPLATE, "/*");
        }
        context.next();
    }
}
