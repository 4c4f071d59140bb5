package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many who ask for much and read nothing, in a heap that could not hold it for them. */
@Timeout(180)
class StalledReadersIT {

    private static final int READERS = 200;
    private static final int FACTS = 1_500;
    private static final long HEAP_MEGABYTES = 320;
    private static final String TIMELINE = "soviet-union-1953-1964";
    private static final String FACTS_PATH = "/timelines/" + TIMELINE + "/facts";
    private static final long QUICK_MILLIS = 3_000;
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "ANNALS_WRITE_TOKENS",
                    "ann=open-sesame",
                    "ANNALS_STREAM_WRITE_TIMEOUT",
                    "10M",
                    "JAVA_TOOL_OPTIONS",
                    "-Xmx" + HEAP_MEGABYTES + "m");

    @TempDir private Path folder;

    @Test
    void they_cost_bounded_memory_and_nobody_else_s_time() throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try (RunningService service = RunningService.start(folder, SETTINGS)) {
            appendLargeFacts(service);
            long head = service.get("/timelines/" + TIMELINE).get("facts").longValue();
            for (int i = 0; i < READERS; i++) {
                stalled.add(stall(service.baseUri(), FACTS_PATH + "?after=" + i));
            }
            Delays delays = new Delays();
            URI tail = service.baseUri().resolve(FACTS_PATH + "?after=" + head);
            try (Followers followers = new Followers(tail, delays)) {
                followers.open(10);
                assertThat(Load.of(service).openStreams()).isEqualTo(READERS + 10);
                for (int i = 1; i <= 30; i++) {
                    append(service);
                    followers.awaitPosition(head + i);
                }
                assertThat(followers.faults()).isEmpty();
            }
            assertThat(delays.millisAt(1)).isLessThan(QUICK_MILLIS);
            assertThat(service.output()).doesNotContain("OutOfMemoryError");
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    private static Socket stall(URI service, String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8 * 1_024);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        String request =
                "GET %s HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n\r\n".formatted(path);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }

    private static void append(RunningService service) {
        String fact =
                """
                {"id": "%s", "type": "EventOccurred", "title": "%s", "date": "1961-04-12"}
                """
                        .formatted(UUID.randomUUID(), Delays.title());
        assertThat(service.append(TIMELINE, fact, "open-sesame").statusCode()).isEqualTo(201);
    }

    private static void appendLargeFacts(RunningService service) {
        for (int i = 0; i < FACTS / 100; i++) {
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
}
