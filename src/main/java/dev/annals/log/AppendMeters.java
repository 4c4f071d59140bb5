package dev.annals.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What an operator sees of the appends of this node. Nothing is counted by timeline: whoever may
 * write opens as many as he likes, and each would take memory for ever. Counted is once for a
 * commit, never for a fact.
 */
final class AppendMeters {

    /** What a commit found in the lane's memory. */
    enum Recall {
        /** All that was there when the lane committed last, and nothing is new since. */
        KEPT,
        /** The same, and what other nodes have appended since. */
        CAUGHT_UP,
        /** Nothing: what is needed is read again. */
        ANEW
    }

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final Counter facts;
    private final DistributionSummary group;
    private final Timer wait;
    private final Timer committed;
    private final Timer failed;
    private final Timer reading;
    private final Timer folding;
    private final Map<Recall, Counter> recalls = new EnumMap<>(Recall.class);

    AppendMeters(MeterRegistry registry) {
        facts = registry.counter("annals.append.facts");
        group =
                DistributionSummary.builder("annals.append.group")
                        .description("Facts of one commit")
                        .serviceLevelObjectives(1, 10, 100, 500, 1_000, 2_000)
                        .register(registry);
        wait = timer("annals.append.wait", "From the request to the start of its commit", registry);
        committed = commit("committed", registry);
        failed = commit("failed", registry);
        reading =
                timer(
                        "annals.views.read",
                        "Until a commit has read what it must know to fold; of many facts, the first are stored meanwhile",
                        registry);
        folding = timer("annals.views.fold", "Folding the changes of a commit into rows", registry);
        for (Recall recall : Recall.values()) {
            recalls.put(
                    recall,
                    registry.counter(
                            "annals.lane.memory", "found", recall.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static Timer commit(String outcome, MeterRegistry registry) {
        return Timer.builder("annals.append.commit")
                .description("One commit of a group, with what had to be tried again")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    private static Timer timer(String name, String description, MeterRegistry registry) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    /** What the lanes of the node hold just now. */
    static void watch(Collection<Lane> lanes, AtomicLong remembered, MeterRegistry registry) {
        registry.gauge(
                "annals.append.waiting",
                lanes,
                all -> all.stream().mapToInt(Lane::waitingFacts).sum());
        registry.gauge(
                "annals.append.lanes",
                lanes,
                all -> all.stream().filter(Lane::isCommitting).count());
        TimeGauge.builder(
                        "annals.append.oldest",
                        lanes,
                        TimeUnit.MILLISECONDS,
                        all ->
                                all.stream()
                                        .map(Lane::longestWait)
                                        .max(Comparator.naturalOrder())
                                        .orElse(Duration.ZERO)
                                        .toMillis())
                .description("How long the request that has waited longest waits by now")
                .register(registry);
        registry.gauge("annals.lane.memory.facts", remembered);
    }

    void appended(int count) {
        facts.increment(count);
        group.record(count);
    }

    void waited(Duration time) {
        wait.record(time);
    }

    void committed(Duration time) {
        committed.record(time);
    }

    void failed(Duration time) {
        failed.record(time);
    }

    void read(Duration time) {
        reading.record(time);
    }

    void folded(long nanos) {
        folding.record(nanos, TimeUnit.NANOSECONDS);
    }

    void recalled(Recall recall) {
        recalls.get(recall).increment();
    }
}
