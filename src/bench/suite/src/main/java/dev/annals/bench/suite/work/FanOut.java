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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Facts told to everyone who follows the log, ten a second. */
public final class FanOut {

    private static final int FACTS_A_SECOND = 10;
    private static final double PROMISED_MILLIS = 250;
    private static final String TIMELINE = "followed";
    private static final String PLAYED = "played";

    /** What is not seen by the clocks at hand still is more than nothing. */
    private static final double LEAST_CPU_SECONDS = 0.005;

    private static final double LEAST_MILLIS = 0.001;

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

    /** History played to each by its own clock, a day for a fact. */
    public Work replayTo(int listeners) throws Exception {
        makePlayed();
        return new Work(
                "replay of %d facts a second to %,d clients".formatted(FACTS_A_SECOND, listeners),
                List.of(
                        Contestant.annals("Annals", () -> played(listeners)),
                        Contestant.limit("bare broadcast", () -> bare(listeners))
                                .mustReach(DELIVERIES_A_SECOND, 0.8)
                                .mustReach(CPU_MICROS, 0.5)));
    }

    private void makePlayed() throws Exception {
        stand.open(PLAYED);
        if (stand.head(PLAYED) == 0) {
            Path file = stand.programs().scratch().resolve(PLAYED + ".ndjson");
            Files.write(
                    file,
                    IntStream.range(0, 2 * events)
                            .mapToObj(n -> Facts.inOneOffice("office-played", n))
                            .toList());
            stand.importFile(PLAYED, file, 2L * events);
        }
    }

    private Outcome played(int listeners) throws Exception {
        String path =
                "/timelines/%s/replay?from=%s&speed=%d&clock=false"
                        .formatted(PLAYED, Facts.date(0), FACTS_A_SECOND);
        try (Audience audience = new Audience(listeners, 0, events)) {
            double cpuBefore = stand.annals().process().cpuSeconds();
            audience.listen(stand.annals().port(), path);
            audience.awaitAll();
            return outcome(stand.annals(), listeners, audience.rate(), cpuBefore);
        }
    }

    private Outcome outcome(
            HttpService service, int listeners, double rate, double cpuBeforeSeconds)
            throws Exception {
        double cpuSeconds = service.process().cpuSeconds() - cpuBeforeSeconds;
        double deliveries = (double) listeners * events;
        return Outcome.of(DELIVERIES_A_SECOND, rate)
                .and(CPU_MICROS, Math.max(cpuSeconds, LEAST_CPU_SECONDS) * 1e6 / deliveries);
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
            audience.awaitAll();
            return outcome(service, listeners, audience.rate(), cpuBefore)
                    .and(P99_MILLIS, Math.max(audience.p99Millis(), LEAST_MILLIS));
        }
    }
}
