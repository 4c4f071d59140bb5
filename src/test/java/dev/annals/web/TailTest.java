package dev.annals.web;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.event;
import static dev.annals.testing.Facts.list;
import static dev.annals.testing.Facts.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.EventReader;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tail: every fact there is, then each new one as it comes. */
@QuarkusTest
@RunningService
@Timeout(60)
class TailTest {

    private final String timeline = Client.timeline();
    private final String path = "/timelines/" + timeline + "/facts";

    private static Answer ask(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of("Accept", "text/event-stream"));
        all.addAll(List.of(headers));
        return Client.get(path, all.toArray(String[]::new));
    }

    private static List<String> ids(EventReader reader, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(reader.next().id());
        }
        return ids;
    }

    @Test
    void a_comment_comes_at_once_and_says_when_to_come_back() {
        try (EventReader reader = EventReader.open(path)) {
            assertThat(reader.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(reader.line().orElseThrow()).startsWith(":");
            assertThat(reader.line()).contains("retry: 2000");
        }
    }

    @Test
    void an_event_has_the_position_the_type_and_the_fact_on_one_line() {
        Client.append(timeline, event("a\r\nb").put("note", "\u2028\n")).expect(201);
        try (EventReader reader = EventReader.open(path)) {
            EventReader.Event event = reader.next();
            assertThat(event.id()).isEqualTo("1");
            assertThat(event.type()).isEqualTo("EventOccurred");
            assertThat(LogReading.parse(event.data()))
                    .isEqualTo(LogReading.facts(timeline).getFirst());
        }
    }

    @Test
    void what_is_appended_comes_after_what_was_there() {
        Client.append(timeline, list(event("1"), event("2"))).expect(201);
        try (EventReader reader = EventReader.open(path)) {
            assertThat(ids(reader, 2)).containsExactly("1", "2");
            Client.append(timeline, event("3")).expect(201);
            assertThat(ids(reader, 1)).containsExactly("3");
            Client.append(timeline, list(event("4"), event("5"))).expect(201);
            assertThat(ids(reader, 2)).containsExactly("4", "5");
        }
    }

    @Test
    void it_starts_after_the_position_asked_for() {
        Client.append(timeline, list(event("1"), event("2"), event("3"))).expect(201);
        try (EventReader reader = EventReader.open(path + "?after=2")) {
            assertThat(ids(reader, 1)).containsExactly("3");
        }
        try (EventReader reader = EventReader.open(path + "?after=3")) {
            Client.append(timeline, event("4")).expect(201);
            assertThat(ids(reader, 1)).containsExactly("4");
        }
    }

    @Test
    void the_last_event_id_wins_over_after() {
        Client.append(timeline, list(event("1"), event("2"), event("3"))).expect(201);
        for (String after : List.of("0", "3", "99")) {
            try (EventReader reader =
                    EventReader.open(path + "?after=" + after, "Last-Event-ID", "1")) {
                assertThat(ids(reader, 2)).containsExactly("2", "3");
            }
        }
    }

    @Test
    void past_the_head_is_unknown_and_what_is_no_position_malformed() {
        Client.append(timeline, event("1")).expect(201);
        ask(path + "?after=2").problem(400, "unknown-position");
        ask(path, "Last-Event-ID", "2").problem(400, "unknown-position");
        ask(path + "?after=x").problem(400, "invalid-parameter");
        for (String id : List.of("x", "-5", "1.5")) {
            ask(path, "Last-Event-ID", id).problem(400, "invalid-parameter");
        }
        ask("/timelines/none/facts").problem(404, "unknown-timeline");
    }

    @Test
    void it_can_be_narrowed_to_a_type() {
        try (EventReader reader = EventReader.open(path + "?type=PersonDescribed")) {
            Client.append(timeline, list(event("1"), named("a", "A"), event("3"))).expect(201);
            Client.append(timeline, event("4")).expect(201);
            Client.append(timeline, named("b", "B")).expect(201);
            assertThat(ids(reader, 2)).containsExactly("2", "5");
        }
    }

    @Test
    void it_can_be_narrowed_to_a_subject() {
        Client.append(timeline, list(assumed("premier", "a", "1953"), named("b", "B"))).expect(201);
        try (EventReader reader = EventReader.open(path + "?subject=person/b")) {
            assertThat(ids(reader, 1)).containsExactly("2");
            Client.append(timeline, list(named("a", "A"), assumed("premier", "b", "1955")))
                    .expect(201);
            assertThat(ids(reader, 1)).containsExactly("4");
        }
    }

    @Test
    void a_long_log_comes_whole_and_then_goes_on() {
        JsonNode[] facts = new JsonNode[3_000];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = event("event " + i);
        }
        Client.append(timeline, list(facts)).expect(201);
        try (EventReader reader = EventReader.open(path)) {
            for (int position = 1; position <= facts.length; position++) {
                assertThat(reader.next().id()).isEqualTo(Integer.toString(position));
            }
            Client.append(timeline, event("one more")).expect(201);
            assertThat(ids(reader, 1)).containsExactly("3001");
        }
    }

    @Test
    void it_is_never_zipped_nor_kept_and_has_each_header_once() {
        try (EventReader reader = EventReader.open(path, "Accept-Encoding", "gzip, deflate")) {
            assertThat(reader.headers().firstValue("content-encoding").orElse("identity"))
                    .isEqualTo("identity");
            assertThat(reader.line().orElseThrow()).startsWith(":");
            for (String name :
                    List.of("cache-control", "content-type", "vary", "x-accel-buffering")) {
                assertThat(reader.headers().allValues(name)).as(name).hasSize(1);
            }
            assertThat(reader.headers().firstValue("cache-control").orElseThrow())
                    .contains("no-cache");
        }
    }

    @Test
    void head_of_it_ends() {
        Answer head = Client.send("HEAD", path, null, "Accept", "text/event-stream").expect(200);
        assertThat(head.header("content-type")).startsWith("text/event-stream");
    }
}
