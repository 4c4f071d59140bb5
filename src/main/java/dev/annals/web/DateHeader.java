package dev.annals.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Dates every answer, as caches need it (RFC 9110, 6.6.1). */
@ApplicationScoped
public class DateHeader {

    private static final int EARLY = 500;
    private static final long REFRESH_MILLIS = 500;

    private volatile String now = now();

    DateHeader(Vertx vertx) {
        vertx.setPeriodic(REFRESH_MILLIS, _ -> now = now());
    }

    void filter(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.response().putHeader("Date", now);
                    context.next();
                },
                EARLY);
    }

    private static String now() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    }
}
