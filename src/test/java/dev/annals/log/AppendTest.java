package dev.annals.log;

import static dev.annals.testing.Client.append;
import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.event;
import static dev.annals.testing.Facts.id;
import static dev.annals.testing.Facts.list;
import static dev.annals.testing.Facts.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import dev.annals.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningService
class AppendTest {

    private static final String MICROSECONDS =
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    private final String timeline = Client.timeline();

    @Test
    void facts_get_the_next_positions_in_the_order_of_the_request() {
        append(timeline, event("first")).expect(201);
        ObjectNode second = event("second");
        ObjectNode third = event("third");
        JsonNode receipt = append(timeline, list(second, third)).expect(201).json();
        assertThat(receipt.get("head").longValue()).isEqualTo(3);
        assertThat(receipt.get("facts").findValuesAsText("position")).containsExactly("2", "3");
        assertThat(receipt.get("facts").findValuesAsText("id"))
                .containsExactly(id(second), id(third));
    }

    @Test
    void what_is_sent_is_what_is_read_back() {
        ObjectNode sent = assumed("premier", "nikita-khrushchev", "1958-03-27~");
        sent.put("note", "ünïcödé \uD83D\uDE80 \\ \" / \u2028 \u0001");
        sent.putArray("sources").addObject().put("title", "A book").put("year", -44);
        append(timeline, sent).expect(201);
        ObjectNode read = (ObjectNode) LogReading.facts(timeline).getFirst();
        assertThat(read.get("recordedBy").textValue()).isEqualTo("alice");
        assertThat(read.get("earliest").textValue()).isEqualTo("1958-03-27");
        assertThat(read.get("latest").textValue()).isEqualTo("1958-03-27");
        read.remove(List.of("position", "recordedAt", "recordedBy", "hash", "earliest", "latest"));
        assertThat(read).isEqualTo(sent);
    }

    @Test
    void facts_are_recorded_in_the_name_of_the_token() {
        append(timeline, event("by bob"), TestDatabase.BOB).expect(201);
        assertThat(LogReading.facts(timeline).getFirst().get("recordedBy").textValue())
                .isEqualTo("bob");
    }

    @Test
    void a_fact_without_an_id_gets_a_version_7_uuid() {
        JsonNode receipt =
                append(timeline, event("x").without("id")).expect(201).json().get("facts").get(0);
        assertThat(UUID.fromString(id(receipt)).version()).isEqualTo(7);
        assertThat(id(LogReading.facts(timeline).getFirst())).isEqualTo(id(receipt));
    }

    @Test
    void a_single_fact_has_a_location_and_a_list_has_none() {
        ObjectNode fact = event("x");
        Answer single = append(timeline, fact).expect(201);
        String location = single.header("location");
        assertThat(location).endsWith("/timelines/" + timeline + "/facts/" + id(fact));
        assertThat(Client.get(java.net.URI.create(location).getPath()).status()).isEqualTo(200);
        assertThat(append(timeline, list(event("y"))).expect(201).header("location")).isNull();
    }

    @Test
    void recordedAt_is_now_in_microseconds_and_never_decreases() {
        Instant before = Instant.now().minusSeconds(1);
        for (int i = 0; i < 20; i++) {
            append(timeline, list(event("a"), event("b"))).expect(201);
        }
        Instant last = before;
        for (JsonNode fact : LogReading.facts(timeline)) {
            assertThat(fact.get("recordedAt").textValue()).matches(MICROSECONDS);
            Instant recordedAt = Instant.parse(fact.get("recordedAt").textValue());
            assertThat(recordedAt).isAfterOrEqualTo(last);
            last = recordedAt;
        }
        assertThat(Duration.between(last, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void one_wrong_fact_keeps_all_of_its_request_out() {
        append(timeline, list(event("a"), event("b").put("date", "soon"))).expect(422);
        append(timeline, list(event("a"), Facts.retracted(event("nowhere")))).expect(422);
        assertThat(LogReading.facts(timeline)).isEmpty();
        assertThat(append(timeline, event("c")).json().get("head").longValue()).isEqualTo(1);
    }

    @Test
    void a_fact_that_is_held_is_not_appended_again() {
        ObjectNode fact = event("x");
        JsonNode first = append(timeline, fact).expect(201).json();
        append(timeline, event("y")).expect(201);
        Answer again = append(timeline, fact, TestDatabase.BOB).expect(200);
        assertThat(again.json().get("facts")).isEqualTo(first.get("facts"));
        assertThat(again.json().get("head").longValue()).isEqualTo(2);
        assertThat(LogReading.facts(timeline)).hasSize(2);
    }

    @Test
    void facts_that_are_new_are_appended_beside_those_that_are_held() {
        ObjectNode held = event("held");
        append(timeline, held).expect(201);
        JsonNode receipt =
                append(timeline, list(event("new"), held, event("newer"))).expect(201).json();
        assertThat(receipt.get("facts").findValuesAsText("position"))
                .containsExactly("2", "1", "3");
    }

    @Test
    void equal_means_with_defaults_filled_in() {
        ObjectNode office = Facts.fact("OfficeDescribed", "office", "premier", "title", "Premier");
        ObjectNode assumed = assumed("premier", "somebody", "1958");
        append(timeline, list(office, assumed)).expect(201);
        append(timeline, office.deepCopy().put("seats", 1)).expect(200);
        append(timeline, assumed.deepCopy().put("acting", false)).expect(200);
        append(timeline, office.deepCopy().put("seats", 2)).problem(409, "id-reused");
        append(timeline, assumed.deepCopy().put("acting", true)).problem(409, "id-reused");
    }

    @Test
    void equal_means_the_same_json_value_however_it_is_written() {
        String id = UUID.randomUUID().toString();
        String start = "{\"id\":\"%s\",\"type\":\"PlaceDescribed\",".formatted(id);
        append(timeline, start + "\"place\":\"volgograd\",\"name\":\"V\",\"latitude\":48.5}")
                .expect(201);
        append(
                        timeline,
                        start
                                + "\"latitude\": 4.85e1, \"name\":\"\\u0056\",\"place\":\"volgograd\"}")
                .expect(200);
        append(
                        timeline,
                        start.replace(id, id.toUpperCase(java.util.Locale.ROOT))
                                + "\"latitude\": 48.50, \"name\":\"V\",\"place\":\"volgograd\"}")
                .expect(200);
    }

    @Test
    void an_empty_list_counts_as_one_left_out() {
        ObjectNode fact = named("somebody", "Some Body");
        append(timeline, fact).expect(201);
        ObjectNode spelledOut = fact.deepCopy();
        spelledOut.putArray("sources");
        spelledOut.putArray("sameAs");
        append(timeline, spelledOut).expect(200);
    }

    @Test
    void an_id_held_with_another_content_is_refused_with_a_pointer_to_it() {
        ObjectNode fact = event("x");
        append(timeline, fact).expect(201);
        Answer refused =
                append(timeline, list(event("new"), fact.deepCopy().put("title", "other")));
        refused.problem(409, "id-reused");
        assertThat(refused.pointers()).containsExactly("/1/id");
        assertThat(LogReading.facts(timeline)).hasSize(1);
    }

    @Test
    void an_id_twice_in_a_request_is_one_fact_or_a_conflict() {
        ObjectNode fact = event("x");
        JsonNode receipt = append(timeline, list(fact, event("y"), fact)).expect(201).json();
        assertThat(receipt.get("facts").findValuesAsText("position"))
                .containsExactly("1", "2", "1");
        ObjectNode other = event("z");
        append(timeline, list(other, other.deepCopy().put("title", "other")))
                .problem(409, "id-reused");
        assertThat(LogReading.facts(timeline)).hasSize(2);
    }

    @Test
    void ids_are_unique_within_a_timeline_only() {
        ObjectNode fact = event("x");
        append(timeline, fact).expect(201);
        append(Client.timeline(), fact.deepCopy().put("title", "other")).expect(201);
    }

    @Test
    void a_request_of_thousands_of_facts_is_appended_as_one() {
        JsonNode[] facts = new JsonNode[5_000];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = event("event " + i);
        }
        JsonNode receipt = append(timeline, list(facts)).expect(201).json();
        assertThat(receipt.get("head").longValue()).isEqualTo(facts.length);
        assertThat(LogReading.facts(timeline)).hasSize(facts.length);
    }
}
