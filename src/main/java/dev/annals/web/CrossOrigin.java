package dev.annals.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Lets pages of any origin read, and none write: what other methods need, a preflight does not
 * grant.
 */
@ApplicationScoped
public class CrossOrigin {

    private static final int EARLY = 400;
    private static final int PREFLIGHT_MAX_AGE_SECONDS = 86_400;

    void filter(@Observes Filters filters) {
        filters.register(
                CorsHandler.create()
                        .addOrigin("*")
                        .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD))
                        .allowedHeaders(Set.of("Last-Event-ID", "Authorization", "If-None-Match"))
                        .exposedHeaders(Set.of("ETag", "Location"))
                        .maxAgeSeconds(PREFLIGHT_MAX_AGE_SECONDS),
                EARLY);
    }
}
