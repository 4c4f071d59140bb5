package dev.annals.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells browsers what an answer may do once it is shown, and that is little. */
@ApplicationScoped
public class SecurityHeaders {

    private static final int EARLY = 480;

    private static final String NOWHERE_IN_A_FRAME = "; base-uri 'none'; frame-ancestors 'none'";

    /** Answers are data, even when a browser is made to show them. */
    private static final String DATA =
            "default-src 'none'; form-action 'none'" + NOWHERE_IN_A_FRAME;

    /** What the page's own files and answers need, and nothing written into the page itself. */
    private static final String PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'"
                    + NOWHERE_IN_A_FRAME;

    /** Swagger UI starts with a script within its page, and styles as it goes. */
    private static final String SWAGGER_UI =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; form-action 'self'"
                    + NOWHERE_IN_A_FRAME;

    void filter(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, EARLY);
    }

    private static void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", policy(context.normalizedPath()));
        context.next();
    }

    private static String policy(String path) {
        if (path.equals("/") || path.equals("/index.html")) {
            return PAGE;
        }
        return path.startsWith("/q/swagger-ui") ? SWAGGER_UI : DATA;
    }
}
