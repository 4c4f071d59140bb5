package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many who follow one timeline on one node. With {@code -Dannals.followers=5000} and {@code
 * -Dannals.seconds=30} it is the load that the service is made for.
 */
class ManyFollowersIT {

    private static final int FOLLOWERS = Integer.getInteger("annals.followers", 300);
    private static final int SECONDS = Integer.getInteger("annals.seconds", 3);
    private static final int FACTS_A_SECOND = 10;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TIMELINE = "soviet-union-1953-1964";

    @TempDir private Path folder;

    @Test
    void each_gets_every_fact_once_and_in_order() throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("ANNALS_WRITE_TOKENS", "ann=open-sesame");
        Delays delays = new Delays();
        try (RunningService service = RunningService.start(folder, settings)) {
            long head = service.get("/timelines/" + TIMELINE).get("facts").longValue();
            var tail =
                    service.baseUri()
                            .resolve("/timelines/" + TIMELINE + "/facts?after=" + (head - 1));
            try (Followers followers = new Followers(tail, delays)) {
                Load idle = Load.of(service);
                followers.open(FOLLOWERS);
                Load open = Load.of(service);
                long last = append(service, head, SECONDS * FACTS_A_SECOND);
                followers.awaitPosition(last);
                Load after = Load.of(service);

                System.out.printf(
                        "%d followers, %d facts at %d a second: %s; CPU of the service %.2f s in %d s; heap %d MB idle, %d MB open%n",
                        FOLLOWERS,
                        last - head,
                        FACTS_A_SECOND,
                        delays,
                        after.cpuSeconds() - open.cpuSeconds(),
                        SECONDS,
                        idle.heapMegabytes(),
                        open.heapMegabytes());
                assertThat(followers.faults()).isEmpty();
                assertThat(delays.count()).isEqualTo(FOLLOWERS * (last - head));
                assertThat(delays.millisAt(0.99)).isLessThan(SOON.toMillis());
            }
        }
    }

    private static long append(RunningService service, long head, int count)
            throws InterruptedException {
        long startNanos = System.nanoTime();
        for (int i = 1; i <= count; i++) {
            long due = startNanos + i * 1_000_000_000L / FACTS_A_SECOND;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            String fact =
                    """
                    {"id": "%s", "type": "EventOccurred", "title": "%s", "date": "1961-04-12"}
                    """
                            .formatted(UUID.randomUUID(), Delays.title());
            assertThat(service.append(TIMELINE, fact, "open-sesame").statusCode()).isEqualTo(201);
        }
        return head + count;
    }
}
