package dev.annals.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import dev.annals.testing.Client;
import dev.annals.testing.EventReader;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.QuestionsOverHttp;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many write to one timeline at once, many follow it, and nobody sees a gap. */
@QuarkusTest
@RunningService
@Timeout(120)
class ConcurrentAppendsTest {

    private static final int WRITERS = 16;
    private static final int SUBSCRIBERS = 8;
    private static final Size SIZE = new Size(3, 5, 4, 30, 60);

    private final String timeline = Client.timeline();

    @Test
    void every_subscriber_sees_every_position_once_in_order_however_often_the_line_breaks()
            throws Exception {
        List<List<ArrayNode>> requests =
                IntStream.range(0, WRITERS).mapToObj(ConcurrentAppendsTest::requests).toList();
        long total = requests.stream().flatMap(List::stream).mapToLong(ArrayNode::size).sum();
        List<Long> acknowledged = new ArrayList<>();
        List<Future<List<Long>>> seen = new ArrayList<>();
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            for (int i = 0; i < SUBSCRIBERS; i++) {
                Random random = new Random(i);
                seen.add(executor.submit(() -> follow(random, total)));
            }
            List<Future<List<Long>>> written = new ArrayList<>();
            for (List<ArrayNode> all : requests) {
                written.add(executor.submit(() -> write(all)));
            }
            for (Future<List<Long>> positions : written) {
                acknowledged.addAll(positions.get());
            }
            for (Future<List<Long>> positions : seen) {
                assertThat(positions.get()).isEqualTo(upTo(total));
            }
        }
        assertThat(acknowledged.stream().sorted().toList()).isEqualTo(upTo(total));
        assertThat(positions(LogReading.facts(timeline))).isEqualTo(upTo(total));
        new QuestionsOverHttp(timeline, LogReading.history(timeline, 0), new Random(0))
                .askAround(20);
    }

    private static List<Long> upTo(long head) {
        return LongStream.rangeClosed(1, head).boxed().toList();
    }

    private static List<Long> positions(List<JsonNode> facts) {
        return facts.stream().map(f -> f.get("position").longValue()).toList();
    }

    /** A history of its own, about the same people as everybody else's, in short requests. */
    private static List<ArrayNode> requests(int writer) {
        Random random = new Random(writer);
        List<ArrayNode> requests = new ArrayList<>();
        RandomHistory.of(30_000 + writer, SIZE)
                .log()
                .forEach(
                        fact -> {
                            if (requests.isEmpty() || random.nextInt(3) == 0) {
                                requests.add(Facts.list());
                            }
                            requests.getLast().add(FactWriter.write(fact));
                        });
        return requests;
    }

    /** The positions of one request follow each other. */
    private List<Long> write(List<ArrayNode> requests) {
        List<Long> all = new ArrayList<>();
        for (ArrayNode request : requests) {
            JsonNode receipt = Client.append(timeline, request).expect(201).json();
            List<Long> positions = new ArrayList<>();
            receipt.get("facts").forEach(f -> positions.add(f.get("position").longValue()));
            long first = positions.getFirst();
            assertThat(positions)
                    .isEqualTo(LongStream.range(first, first + request.size()).boxed().toList());
            assertThat(receipt.get("head").longValue()).isGreaterThanOrEqualTo(positions.getLast());
            all.addAll(positions);
        }
        return all;
    }

    private List<Long> follow(Random random, long total) {
        List<Long> seen = new ArrayList<>();
        while (seen.size() < total) {
            String last = Long.toString(seen.isEmpty() ? 0 : seen.getLast());
            try (EventReader reader =
                    EventReader.open("/timelines/" + timeline + "/facts", "Last-Event-ID", last)) {
                int until = seen.size() + 1 + random.nextInt(150);
                while (seen.size() < Math.min(until, total)) {
                    EventReader.Event event = reader.next();
                    JsonNode fact = LogReading.parse(event.data());
                    assertThat(fact.get("position").asText()).isEqualTo(event.id());
                    assertThat(fact.get("type").textValue()).isEqualTo(event.type());
                    seen.add(Long.parseLong(event.id()));
                }
            }
        }
        return seen;
    }
}
