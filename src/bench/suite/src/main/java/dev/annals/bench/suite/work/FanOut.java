package dev.annals.bench.suite.work;

import static dev.annals.bench.suite.report.Figure.CPU_MICROS;
import static dev.annals.bench.suite.report.Figure.DELIVERIES_A_SECOND;
import static dev.annals.bench.suite.report.Figure.P99_MILLIS;

import dev.annals.bench.suite.contest.Contestant;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.contest.Work;
import dev.annals.bench.suite.load.Audience;
import dev.annals.bench.suite.process.HttpService;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Facts told to everyone who follows the log, ten a second. */
public final class FanOut {

    private static final int FACTS_A_SECOND = 10;
    private static final double PROMISED_MILLIS = 250;
    private static final String TIMELINE = "followed";

    private final Stand stand;
    private final int events;
    private long sent;

    public FanOut(Stand stand) {
        this.stand = stand;
        this.events = (int) Math.max(10, FACTS_A_SECOND * stand.form().turn().toSeconds() * 2);
    }

    /** Publishes the event with a number, counted from 0. */
    private interface Publishing {
        HttpRequest request(int number);
    }

    public Work to(int listeners) throws Exception {
        stand.open(TIMELINE);
        return new Work(
                "fan-out of %d facts a second to %,d clients".formatted(FACTS_A_SECOND, listeners),
                List.of(
                        Contestant.annals("Annals", () -> annals(listeners)),
                        Contestant.limit("bare broadcast", () -> bare(listeners))
                                .mustReach(DELIVERIES_A_SECOND, 0.8)
                                .mustReach(CPU_MICROS, 0.5),
                        Contestant.limit("promised", () -> Outcome.of(P99_MILLIS, PROMISED_MILLIS))
                                .mustReach(P99_MILLIS, 1)));
    }

    private Outcome annals(int listeners) throws Exception {
        long head = stand.head(TIMELINE);
        String path = "/timelines/" + TIMELINE + "/facts";
        return told(
                stand.annals(),
                listeners,
                path + "?after=" + head,
                head,
                _ -> post(stand.annals(), path, Facts.json(sent++)));
    }

    private Outcome bare(int listeners) throws Exception {
        return told(
                stand.bare(),
                listeners,
                "/broadcast",
                0,
                number ->
                        post(
                                stand.bare(),
                                "/broadcast",
                                "id: %d\nevent: OfficeAssumed\ndata: %s\n\n"
                                        .formatted(number + 1, Facts.json(number))));
    }

    private static HttpRequest post(HttpService service, String path, String body) {
        return service.request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private Outcome told(
            HttpService service, int listeners, String path, long after, Publishing publishing)
            throws Exception {
        try (Audience audience = new Audience(listeners, after, events)) {
            audience.listen(service.port(), path);
            double cpuBefore = service.process().cpuSeconds();
            long startNanos = System.nanoTime();
            for (int i = 0; i < events; i++) {
                long dueNanos = startNanos + i * 1_000_000_000L / FACTS_A_SECOND;
                LockSupport.parkNanos(dueNanos - System.nanoTime());
                audience.sending(i);
                service.expect(publishing.request(i));
            }
            double seconds = (audience.awaitAll() - startNanos) / 1e9;
            double cpu = service.process().cpuSeconds() - cpuBefore;
            double deliveries = (double) listeners * events;
            return Outcome.of(DELIVERIES_A_SECOND, deliveries / seconds)
                    .and(CPU_MICROS, Math.max(cpu, 0.005) * 1e6 / deliveries)
                    .and(P99_MILLIS, Math.max(audience.p99Millis(), 0.001));
        }
    }
}
