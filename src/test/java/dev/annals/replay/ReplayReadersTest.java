package dev.annals.replay;

import static dev.annals.testing.Facts.event;
import static dev.annals.testing.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.annals.log.Tails;
import dev.annals.testing.Client;
import dev.annals.testing.EventReader;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers who leave, and readers who dawdle. */
@QuarkusTest
@RunningService
@Timeout(60)
class ReplayReadersTest {

    private static final int FACTS = 3_000;
    private static final int READERS = 10;
    private static final long DEADLINE_MILLIS = 10_000;

    @Inject Tails tails;

    @Test
    void a_reader_who_leaves_is_let_go() {
        await("nobody follows", () -> tails.size() == 0);
        String timeline = Client.timeline();
        Client.append(timeline, event("It happened")).expect(201);
        try (EventReader reader = Playback.open(timeline, "speed=max&follow=true")) {
            assertThat(reader.next().type()).isEqualTo("fact");
            await("the reader follows", () -> tails.size() == 1);
        }
        await("the reader is let go", () -> tails.size() == 0);
    }

    @Test
    void a_reader_who_leaves_in_the_middle_of_history_is_let_go() {
        String timeline = Client.timeline();
        Client.append(timeline, event("It happened")).expect(201);
        double before = activeRequests();
        List<EventReader> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(Playback.open(timeline, "duration=PT1H&clock=false"));
            assertThat(readers.getLast().next().type()).isEqualTo("fact");
        }
        assertThat(activeRequests()).isGreaterThanOrEqualTo(before + READERS);

        readers.forEach(EventReader::close);

        await("the readers are let go", () -> activeRequests() <= before);
    }

    @Test
    void a_reader_who_stops_reading_for_a_while_neither_loses_nor_repeats_a_fact()
            throws Exception {
        String timeline = longTimeline();
        List<Long> all = LongStream.rangeClosed(1, FACTS).boxed().toList();

        assertThat(dawdled(timeline, "speed=max")).isEqualTo(all);
        assertThat(dawdled(timeline, "duration=PT0.5S")).isEqualTo(all);
    }

    private static List<Long> dawdled(String timeline, String query)
            throws IOException, InterruptedException {
        try (SlowReader reader = new SlowReader("/timelines/" + timeline + "/replay?" + query)) {
            reader.read(20_000);
            Thread.sleep(800); // the test is about this silence
            reader.read(200_000);
            Thread.sleep(200);
            return reader.positionsToTheEnd();
        }
    }

    /** About 4 MB, more than what sockets and proxies hold between them. */
    private static String longTimeline() {
        String timeline = Client.timeline();
        LocalDate first = LocalDate.parse("1953-03-05");
        ArrayNode facts = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < FACTS; i++) {
            facts.add(
                    fact(
                            "EventOccurred",
                            "title",
                            "Event " + i,
                            "date",
                            first.plusDays(i / 3).toString(),
                            "description",
                            "Ж".repeat(500)));
        }
        Client.append(timeline, facts).expect(201);
        return timeline;
    }

    /** That of the question itself is among them. */
    private static double activeRequests() {
        return Client.get("/q/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("http_server_active_requests"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.onSpinWait();
            Thread.yield();
        }
    }
}
