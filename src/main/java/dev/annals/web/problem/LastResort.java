package dev.annals.web.problem;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.IntStream;

/** Answers with a problem what no resource has seen: unknown paths, and what failed before one. */
@ApplicationScoped
public class LastResort {

    private static final int BEFORE_THE_FRAMEWORKS = Integer.MAX_VALUE - 10;

    private final Failures failures;

    LastResort(Failures failures) {
        this.failures = failures;
    }

    void route(@Observes Router router) {
        router.route("/q/metrics/:more").order(0).handler(context -> answer(context, 404));
        router.route().last().handler(context -> answer(context, 404));
        router.route().order(BEFORE_THE_FRAMEWORKS).failureHandler(this::answerFailure);
        IntStream.of(400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 431, 500, 503)
                .forEach(status -> router.errorHandler(status, context -> answer(context, status)));
    }

    private void answerFailure(RoutingContext context) {
        answer(context, context.statusCode() < 400 ? 500 : context.statusCode());
    }

    private void answer(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        if (status == 500) {
            failures.count();
        }
        if (status == 413) {
            response.putHeader("Connection", "close");
        }
        Problem.of(status).send(response);
    }
}
