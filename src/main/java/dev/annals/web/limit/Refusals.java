package dev.annals.web.limit;

import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns requests away for the time being, and counts them. */
@ApplicationScoped
public class Refusals {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * @param limit the one that is reached, in a word, for the metric
     */
    public Problem problem(String limit, String detail) {
        meters.counter("annals.requests.refused", "limit", limit).increment();
        return Problem.of(ProblemType.UNAVAILABLE, detail);
    }

    /** Answers before any resource has seen the request. */
    void answer(HttpServerResponse response, String limit, String detail) {
        Problem problem = problem(limit, detail);
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Retry-After", RETRY_AFTER_SECONDS)
                .end(problem.json());
    }
}
