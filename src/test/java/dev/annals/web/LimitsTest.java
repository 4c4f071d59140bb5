package dev.annals.web;

import static dev.annals.testing.Facts.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.EventReader;
import dev.annals.testing.Metrics;
import dev.annals.testing.RunningService;
import dev.annals.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One node takes on so much and no more, and says so at once. */
@QuarkusTest
@RunningService
@TestProfile(LimitsTest.Tight.class)
@Timeout(60)
class LimitsTest {

    /** So little of everything that a test can reach it. */
    public static final class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "annals.max-requests", "4",
                    "annals.max-streams", "3",
                    "annals.max-bodies-bytes", "100000",
                    "annals.body-timeout", "2S",
                    "annals.stream-write-timeout", "2S",
                    "annals.max-imports", "1");
        }
    }

    private static final String HOST = "Host: annals.example";
    private static final String JSON = "Content-Type: application/json";
    private static final String ALICE = "Authorization: Bearer " + TestDatabase.ALICE;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String timeline = Client.timeline();
    private final String facts = "/timelines/" + timeline + "/facts";

    /** An append whose body goes on after what is said. */
    private RawConnection appending(String said) throws IOException {
        return new RawConnection()
                .head("POST " + facts + " HTTP/1.1", HOST, ALICE, JSON, "Content-Length: 1000000")
                .say(said);
    }

    @Test
    void requests_beyond_the_limit_are_503_at_once_and_operators_are_answered() throws IOException {
        List<RawConnection> unfinished = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            unfinished.add(appending("["));
        }
        await("four requests", () -> gauge("annals_requests_open") == 4);

        Metrics before = Metrics.now();
        Answer refused = Client.get(facts);

        refused.problem(503, "unavailable");
        assertThat(before.growth("annals_requests_refused_total{limit=\"requests\"}")).isEqualTo(1);
        assertThat(refused.header("retry-after")).isEqualTo("1");
        Client.get("/q/health/ready").expect(200);
        for (RawConnection connection : unfinished) {
            connection.close();
        }
        await("no request", () -> gauge("annals_requests_open") == 0);
        Client.get(facts).expect(200);
    }

    @Test
    void a_body_that_trickles_is_408_and_its_connection_closed() throws IOException {
        try (RawConnection slow = appending("[")) {
            String answer = slow.hearUntil("no end but that of the connection");
            assertThat(answer).startsWith("HTTP/1.1 408").contains("/problems/too-slow");
        }
        assertThat(gauge("annals_bodies_bytes")).isZero();
    }

    @Test
    void an_import_too_many_is_503_and_one_that_trickles_ends_keeping_what_came()
            throws IOException {
        String imports = "/timelines/" + timeline + "/imports?format=ndjson";
        try (RawConnection slow = new RawConnection()) {
            slow.head("POST " + imports + " HTTP/1.1", HOST, ALICE, "Content-Length: 1000000")
                    .say(event("x") + "\n{");
            await("an import", () -> gauge("annals_imports_running") == 1);
            Client.send("POST", imports, null, "Authorization", "Bearer " + TestDatabase.ALICE)
                    .problem(503, "unavailable");
            String answer = slow.hearUntil("\"stopped\":{\"line\":2,");
            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"appended\":1,");
        }
        await("no import", () -> gauge("annals_imports_running") == 0);
        assertThat(Client.ask(timeline, "facts").get("head").longValue()).isEqualTo(1);
    }

    @Test
    void bodies_that_have_no_room_are_503_and_the_room_is_given_back() throws IOException {
        String large = event("x").put("note", "n".repeat(19_000)) + " ".repeat(30_000);
        try (var _ = appending("[" + " ".repeat(60_000))) {
            await("a body in hand", () -> gauge("annals_bodies_bytes") > 60_000);
            Client.append(timeline, large).problem(503, "unavailable");
        }
        await("nothing in hand", () -> gauge("annals_bodies_bytes") == 0);
        Client.append(timeline, large).expect(201);
        assertThat(gauge("annals_bodies_bytes")).isZero();
    }

    @Test
    void a_stream_too_many_is_503_until_one_has_left() {
        List<EventReader> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readers.add(EventReader.open(facts));
            readers.getLast().line();
        }
        String replay = "/timelines/" + timeline + "/replay";
        Client.get(facts, "Accept", "text/event-stream").problem(503, "unavailable");
        Client.get(facts, "Accept", "text/csv").problem(503, "unavailable");
        Client.get(replay, "Accept", "text/event-stream").problem(503, "unavailable");

        readers.forEach(EventReader::close);

        await("no stream", () -> gauge("annals_streams_open") == 0);
        Client.get(facts, "Accept", "text/csv").expect(200);
    }

    @Test
    void who_stops_reading_is_cut_off_in_time_and_others_are_not() throws IOException {
        ArrayNode many = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 4; i++) {
            many.add(event("x").put("note", "n".repeat(19_000)));
        }
        for (int i = 0; i < 100; i++) {
            many.forEach(fact -> ((ObjectNode) fact).remove("id"));
            Client.append(timeline, many).expect(201);
        }
        try (EventReader reader = EventReader.open(facts + "?after=400");
                RawConnection stalled = new RawConnection()) {
            reader.line();
            stalled.head("GET " + facts + " HTTP/1.1", HOST, "Accept: text/event-stream");
            await("both", () -> gauge("annals_streams_open") == 2);
            await("one", () -> gauge("annals_streams_open") == 1);
            Client.append(timeline, event("y")).expect(201);
            assertThat(reader.next().id()).isEqualTo("401");
        }
    }

    private static double gauge(String name) {
        return Client.get("/q/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void await(String what, BooleanSupplier condition) {
        long startNanos = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).as(what).isLessThan(SOON);
            Thread.onSpinWait();
        }
    }
}
