package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten times as many at once as the service takes on. */
@Timeout(120)
class OverloadIT {

    private static final int LIMIT = 20;
    private static final int CLIENTS = 10 * LIMIT;
    private static final int REQUESTS_EACH = 20;
    private static final long QUICK_MILLIS = 5_000;
    private static final String TIMELINE = "soviet-union-1953-1964";

    @TempDir private Path folder;

    private record Seen(int status, boolean hasRetryAfter, long millis) {}

    @Test
    void each_is_answered_soon_and_the_service_recovers_at_once() throws InterruptedException {
        Map<String, String> settings =
                Map.of(
                        "ANNALS_WRITE_TOKENS",
                        "ann=open-sesame",
                        "ANNALS_MAX_REQUESTS",
                        Integer.toString(LIMIT));
        try (RunningService service = RunningService.start(folder, settings)) {
            Queue<Seen> seen = new ConcurrentLinkedQueue<>();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Thread.ofVirtual().start(() -> ask(service, seen)));
            }
            for (Thread client : clients) {
                client.join();
            }

            assertThat(seen).hasSize(CLIENTS * REQUESTS_EACH);
            assertThat(seen)
                    .allMatch(s -> s.status() == 201 || s.status() == 503 && s.hasRetryAfter())
                    .allMatch(s -> s.millis() < QUICK_MILLIS)
                    .anyMatch(s -> s.status() == 201)
                    .anyMatch(s -> s.status() == 503);
            assertThat(append(service).statusCode()).isEqualTo(201);
        }
    }

    private static void ask(RunningService service, Queue<Seen> seen) {
        try {
            for (int i = 0; i < REQUESTS_EACH; i++) {
                long startNanos = System.nanoTime();
                HttpResponse<String> answer = append(service);
                long millis = (System.nanoTime() - startNanos) / 1_000_000;
                boolean hasRetryAfter = answer.headers().firstValue("Retry-After").isPresent();
                seen.add(new Seen(answer.statusCode(), hasRetryAfter, millis));
            }
        } catch (UncheckedIOException e) {
            seen.add(new Seen(-1, false, 0));
        }
    }

    private static HttpResponse<String> append(RunningService service) {
        return service.append(TIMELINE, SteadyWriter.fact(UUID.randomUUID()), "open-sesame");
    }
}
