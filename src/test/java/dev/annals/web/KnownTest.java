package dev.annals.web;

import static dev.annals.testing.Client.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code known=}: a position, an instant, or the head. */
@QuarkusTest
@RunningService
class KnownTest {

    private final String timeline = Client.timeline();

    @BeforeEach
    void append() {
        for (String person : List.of("stalin", "malenkov", "bulganin")) {
            Client.append(timeline, Facts.assumed("premier", person, "1953")).expect(201);
        }
    }

    private Answer ask(String known) {
        return Client.get("/timelines/" + timeline + "/state?on=1953" + known);
    }

    private long position(String known) {
        return ask(known).expect(200).json().at("/known/position").longValue();
    }

    private List<JsonNode> facts() {
        return LogReading.facts(timeline);
    }

    private String recordedAt(int position) {
        return facts().get(position - 1).get("recordedAt").textValue();
    }

    @Test
    void every_answer_says_as_of_when_it_is_known() {
        for (String question :
                List.of(
                        "state?on=1953&",
                        "offices?",
                        "people?",
                        "places?",
                        "offices/premier?",
                        "offices/premier/holders?on=1953&",
                        "people/stalin?",
                        "facts?",
                        "facts/" + Facts.id(facts().getFirst()) + "?")) {
            JsonNode known = Client.ask(timeline, question + "known=2").get("known");
            assertThat(known.get("position").longValue()).as(question).isEqualTo(2);
            assertThat(known.get("recordedAt").textValue()).isEqualTo(recordedAt(2));
            assertThat(Client.ask(timeline, question).at("/known/position").longValue())
                    .isEqualTo(3);
        }
    }

    @Test
    void nought_is_the_empty_log() {
        JsonNode answer = ask("&known=0").expect(200).json();
        assertThat(answer.get("known").get("recordedAt").isNull()).isTrue();
        assertThat(answer.get("offices")).isEmpty();
        assertThat(Client.ask(timeline, "offices?known=0").get("offices")).isEmpty();
        assertThat(Client.ask(timeline, "facts?known=0").get("facts")).isEmpty();
    }

    @Test
    void an_empty_timeline_is_known_at_nought() {
        JsonNode answer = Client.ask(Client.timeline(), "state?on=1953");
        assertThat(answer.get("known").get("position").longValue()).isZero();
    }

    @Test
    void a_position_past_the_head_is_unknown() {
        ask("&known=4").problem(400, "unknown-position");
        ask("&known=9223372036854775807").problem(400, "unknown-position");
    }

    @Test
    void an_instant_is_the_last_fact_recorded_at_or_before_it() {
        for (int position = 1; position <= 3; position++) {
            Instant at = Instant.parse(recordedAt(position));
            assertThat(position("&known=" + at)).isEqualTo(position);
            assertThat(position("&known=" + at.minusNanos(1_000))).isEqualTo(position - 1);
        }
        assertThat(position("&known=1953-03-05T00:00:00Z")).isZero();
        assertThat(position("&known=2999-01-01T00:00:00Z")).isEqualTo(3);
    }

    @Test
    void an_instant_may_have_an_offset_even_if_its_plus_was_not_encoded() {
        String moscow = Instant.parse(recordedAt(2)).atOffset(ZoneOffset.ofHours(3)).toString();
        assertThat(moscow).endsWith("+03:00");
        assertThat(position("&known=" + encoded(moscow))).isEqualTo(2);
        assertThat(position("&known=" + moscow)).isEqualTo(2);
        assertThat(position("&known=" + moscow.replace("+", "%20"))).isEqualTo(2);
        String newYork = Instant.parse(recordedAt(2)).atOffset(ZoneOffset.ofHours(-5)).toString();
        assertThat(position("&known=" + newYork)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "+1",
                "1.0",
                "one",
                "99999999999999999999",
                "2026-11-22",
                "2026-11-22T12:00:00",
                "2026-13-01T00:00:00Z",
                "2026-11-22T25:00:00Z",
                "%2B999999999-01-01T00:00:00Z",
                "now",
                "1,2"
            })
    void what_is_neither_is_malformed(String known) {
        ask("&known=" + known).problem(400, "invalid-parameter");
    }
}
