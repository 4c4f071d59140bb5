package dev.annals.log;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;

/**
 * What an operator sees of those who follow logs on this node. The views have no lag to show: they
 * are written by the commit that writes the facts.
 */
@ApplicationScoped
public class FollowerMeters {

    void watch(@Observes StartupEvent event, Tails tails, WakeUps wakeUps, MeterRegistry registry) {
        Gauge.builder("annals.followers", tails, Tails::followers)
                .description("Who follows a log on this node")
                .register(registry);
        Gauge.builder("annals.followers.timelines", tails, Tails::size)
                .description("Timelines that are followed on this node")
                .register(registry);
        Gauge.builder("annals.followers.lag.facts", tails, Tails::longestLag)
                .description("How far the slowest follower is behind the head of its log")
                .register(registry);
        Gauge.builder("annals.node.lag.facts", tails, Tails::missed)
                .description("What the last poll found of followed logs that was not heard of")
                .register(registry);
        Gauge.builder("annals.node.listening", wakeUps, w -> w.isListening() ? 1 : 0)
                .description("Whether this node hears what others commit; else it polls")
                .register(registry);
        pages("memory", tails, Tails::pagesFromMemory, registry);
        pages("table", tails, Tails::pagesFromTable, registry);
    }

    private static void pages(
            String from, Tails tails, ToDoubleFunction<Tails> count, MeterRegistry registry) {
        FunctionCounter.builder("annals.followers.pages", tails, count)
                .description("Pages of facts for followers, by where they came from")
                .tag("from", from)
                .register(registry);
    }
}
