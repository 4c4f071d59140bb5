package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while writers write, followers follow and files are fetched. */
@Timeout(240)
class StopUnderLoadIT {

    private static final String TIMELINE = "soviet-union-1953-1964";
    private static final String FACTS = "/timelines/" + TIMELINE + "/facts";
    private static final int WRITERS = 8;
    private static final int FOLLOWERS = 20;
    private static final int LARGE_FACTS = 600;
    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final Duration DATABASE_ENDS = Duration.ofSeconds(25);
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "ANNALS_WRITE_TOKENS",
                    "ann=open-sesame",
                    "QUARKUS_SHUTDOWN_TIMEOUT",
                    LIMIT.toSeconds() + "S");

    @TempDir private Path folder;

    @Test
    void what_was_taken_on_is_finished_and_the_rest_refused() throws Exception {
        long reached;
        List<UUID> acknowledged = new ArrayList<>();
        try (RunningService service = RunningService.start(folder, SETTINGS)) {
            appendLargeFacts(service);
            try (Followers followers = follow(service, head(service) - 1);
                    Fetched fetched = Fetched.start(service.baseUri().resolve(FACTS))) {
                List<WriterToTheEnd> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    writers.add(WriterToTheEnd.start(service, TIMELINE, "open-sesame"));
                }
                awaitAcknowledged(writers);

                service.beginToEnd();

                for (WriterToTheEnd writer : writers) {
                    assertThat(writer.lastAnswer()).startsWith("503 with Retry-After");
                    acknowledged.addAll(writer.acknowledged());
                }
                assertThat(fetched.toTheEnd()).as("lines of the file").isGreaterThan(LARGE_FACTS);
                service.awaitEnd();
                followers.awaitEnds();
                assertThat(followers.faults())
                        .hasSize(FOLLOWERS)
                        .allMatch(fault -> fault.startsWith("the stream ended at "));
                reached = followers.leastPosition();
            }
            assertThat(service.processes()).noneMatch(ProcessHandle::isAlive);
        }
        try (RunningService again = RunningService.start(folder, SETTINGS);
                Followers followers = follow(again, reached)) {
            assertThat(acknowledged)
                    .hasSizeGreaterThan(WRITERS)
                    .allMatch(id -> again.status(FACTS + "/" + id) == 200);
            long last = head(again);
            again.append(TIMELINE, SteadyWriter.fact(UUID.randomUUID()), "open-sesame");
            followers.awaitPosition(last + 1);
            assertThat(followers.firstPositions()).containsOnly(reached + 1);
        }
    }

    @Test
    void a_client_that_does_not_read_does_not_keep_it() throws IOException {
        try (RunningService service = RunningService.start(folder, SETTINGS)) {
            appendLargeFacts(service);
            URI uri = service.baseUri();
            try (Socket stalled = new Socket(uri.getHost(), uri.getPort())) {
                stalled.getOutputStream()
                        .write(
                                ("GET "
                                                + FACTS
                                                + " HTTP/1.1\r\nHost: a\r\n"
                                                + "Accept: application/x-ndjson\r\n\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
                assertThat(stalled.getInputStream().read()).isEqualTo('H');
                long startNanos = System.nanoTime();
                service.terminate();
                assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
                        .isLessThan(LIMIT.plus(DATABASE_ENDS));
            }
            assertThat(service.processes()).noneMatch(ProcessHandle::isAlive);
        }
    }

    private static Followers follow(RunningService service, long after) throws IOException {
        Followers followers =
                new Followers(service.baseUri().resolve(FACTS + "?after=" + after), new Delays());
        followers.open(FOLLOWERS);
        return followers;
    }

    /** More than the network holds for a client. */
    private static void appendLargeFacts(RunningService service) {
        for (int i = 0; i < LARGE_FACTS / 100; i++) {
            var facts = JsonNodeFactory.instance.arrayNode();
            for (int j = 0; j < 100; j++) {
                facts.addObject()
                        .put("type", "EventOccurred")
                        .put("title", "large")
                        .put("date", "1961")
                        .put("note", "n".repeat(19_000));
            }
            assertThat(service.append(TIMELINE, facts.toString(), "open-sesame").statusCode())
                    .isEqualTo(201);
        }
    }

    private static long head(RunningService service) {
        return service.get("/timelines/" + TIMELINE).get("facts").longValue();
    }

    private static void awaitAcknowledged(List<WriterToTheEnd> writers) {
        while (writers.stream().anyMatch(writer -> writer.acknowledged().size() < 5)) {
            ServiceProcess.pause();
        }
    }
}
