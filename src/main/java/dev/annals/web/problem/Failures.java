package dev.annals.web.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the requests that fail by a fault of the service. */
@Startup // its metric is there before the first one
@ApplicationScoped
public class Failures {

    private final Counter failed;

    Failures(MeterRegistry meters) {
        failed = meters.counter("annals.requests.failed");
    }

    void count() {
        failed.increment();
    }
}
