package dev.annals.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What the build bundles for the page is named after its content, so it may be kept for ever. A
 * name that is not there must not be: another build may bring it.
 */
@ApplicationScoped
public class BundleCaching {

    private static final int EARLY = 470;

    private static final String BUNDLES = "/static/bundle/";

    void filter(@Observes Filters filters) {
        filters.register(BundleCaching::watch, EARLY);
    }

    private static void watch(RoutingContext context) {
        if (context.normalizedPath().startsWith(BUNDLES)) {
            context.addHeadersEndHandler(_ -> keep(context.response()));
        }
        context.next();
    }

    private static void keep(HttpServerResponse response) {
        if (response.getStatusCode() == HttpResponseStatus.OK.code()) {
            response.headers().set("Cache-Control", "public, max-age=31536000, immutable");
        }
    }
}
