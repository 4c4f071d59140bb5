package dev.annals.web.limit;

import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Turns requests away for the time being, and counts them. */
@Startup // its metrics are there before the first refusal
@ApplicationScoped
public class Refusals {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final Map<Limit, Counter> counted = new EnumMap<>(Limit.class);

    Refusals(MeterRegistry meters) {
        for (Limit limit : Limit.values()) {
            counted.put(limit, meters.counter("annals.requests.refused", "limit", limit.word()));
        }
    }

    /**
     * @param limit the one that is reached
     */
    public Problem problem(Limit limit, String detail) {
        counted.get(limit).increment();
        return Problem.of(ProblemType.UNAVAILABLE, detail);
    }

    /** Answers before any resource has seen the request. */
    void answer(HttpServerResponse response, Limit limit, String detail) {
        Problem problem = problem(limit, detail);
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Retry-After", RETRY_AFTER_SECONDS)
                .end(problem.json());
    }
}
