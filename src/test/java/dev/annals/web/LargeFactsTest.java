package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Client;
import dev.annals.testing.EventReader;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts may be so large that a page of them would be too much to hold: nothing of them is lost. */
@QuarkusTest
@RunningService
class LargeFactsTest {

    private static final int FACTS = 12;
    private static final int QUOTES = 20;
    private static final String QUOTE = "q".repeat(20_000);

    private final String timeline = Client.timeline();

    @BeforeEach
    void append() {
        for (int i = 0; i < FACTS; i++) {
            ObjectNode fact = Facts.event("large");
            ArrayNode sources = fact.putArray("sources");
            for (int quote = 0; quote < QUOTES; quote++) {
                sources.addObject().put("title", "A long book").put("quote", QUOTE);
            }
            Client.append(timeline, fact).expect(201);
        }
    }

    private static List<Long> all() {
        return LongStream.rangeClosed(1, FACTS).boxed().toList();
    }

    @Test
    void a_page_ends_where_it_is_large_enough_and_says_where_to_go_on() {
        List<Long> positions = new ArrayList<>();
        JsonNode next = null;
        int pages = 0;
        do {
            String after = next == null ? "0" : next.asText();
            JsonNode page = Client.ask(timeline, "facts?limit=1000&after=" + after);
            page.get("facts").forEach(f -> positions.add(f.get("position").longValue()));
            next = page.get("next");
            pages++;
        } while (!next.isNull());
        assertThat(positions).isEqualTo(all());
        assertThat(pages).isBetween(3, FACTS);
    }

    @Test
    void files_tails_and_replays_hold_all_of_them() {
        assertThat(
                        LogReading.facts(timeline).stream()
                                .map(f -> f.get("position").longValue())
                                .toList())
                .isEqualTo(all());
        try (EventReader tail =
                EventReader.open("/timelines/" + timeline + "/facts?type=EventOccurred")) {
            all().forEach(p -> assertThat(tail.next().id()).isEqualTo(p.toString()));
        }
        try (EventReader replay =
                EventReader.open("/timelines/" + timeline + "/replay?speed=max&clock=false")) {
            all().forEach(p -> assertThat(replay.next().id()).endsWith("/" + p));
            assertThat(replay.next().type()).isEqualTo("end");
        }
    }
}
