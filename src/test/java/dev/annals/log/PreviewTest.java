package dev.annals.log;

import static dev.annals.testing.Client.append;
import static dev.annals.testing.Client.preview;
import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.conditional;
import static dev.annals.testing.Facts.event;
import static dev.annals.testing.Facts.fact;
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
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A preview says what an append would do, and does nothing. */
@QuarkusTest
@RunningService
class PreviewTest {

    @Inject DataSource database;
    @Inject MeterRegistry meters;

    private final String timeline = Client.timeline();
    private final ObjectNode malenkov = assumed("premier", "malenkov", "1953-03-06");

    @Test
    void a_successor_is_told_with_the_end_of_the_one_before() {
        append(timeline, list(malenkov, named("malenkov", "Georgy Malenkov"))).expect(201);
        ObjectNode bulganin = assumed("premier", "bulganin", "1955-02-08");
        JsonNode effect =
                preview(timeline, list(bulganin, named("bulganin", "Nikolai Bulganin")))
                        .expect(200)
                        .json();
        assertThat(effect.get("timeline").textValue()).isEqualTo(timeline);
        assertThat(effect.at("/known/position").intValue()).isEqualTo(2);
        assertThat(effect.at("/known/recordedAt").textValue()).isNotNull();
        assertThat(effect.get("facts").intValue()).isEqualTo(2);
        assertThat(effect.get("removed")).isEmpty();
        assertThat(effect.at("/added/0/name").textValue()).isEqualTo("Nikolai Bulganin");
        assertThat(effect.at("/changed/0/before/name").textValue()).isEqualTo("Georgy Malenkov");
        assertThat(effect.at("/changed/0/before/until").isNull()).isTrue();
        assertThat(effect.at("/changed/0/after/until/date").textValue()).isEqualTo("1955-02-08");
        assertThat(effect.at("/entities/0/before").isNull()).isTrue();
        assertThat(effect.at("/entities/0/after/name").textValue()).isEqualTo("Nikolai Bulganin");
        assertThat(effect.get("others").intValue()).isZero();
    }

    @Test
    void a_retraction_shows_what_would_be_gone() {
        append(timeline, malenkov).expect(201);
        JsonNode effect = preview(timeline, Facts.retracted(malenkov)).expect(200).json();
        assertThat(effect.at("/removed/0/person").textValue()).isEqualTo("malenkov");
        assertThat(effect.at("/entities/0/after").isNull()).isTrue();
        assertThat(effect.get("added")).isEmpty();
        assertThat(effect.get("changed")).isEmpty();
    }

    @Test
    void what_comes_and_goes_within_a_request_is_no_change() {
        JsonNode effect =
                preview(timeline, list(malenkov, Facts.retracted(malenkov))).expect(200).json();
        assertThat(effect.get("facts").intValue()).isEqualTo(2);
        for (String lists : List.of("removed", "added", "changed", "entities")) {
            assertThat(effect.get(lists)).as(lists).isEmpty();
        }
    }

    @Test
    void an_event_changes_no_span_and_a_held_fact_nothing() {
        ObjectNode event = event("A plenum");
        assertThat(preview(timeline, event).expect(200).json().get("added")).isEmpty();
        append(timeline, list(event, malenkov)).expect(201);
        JsonNode effect = preview(timeline, list(event, malenkov)).expect(200).json();
        assertThat(effect.get("facts").intValue()).isZero();
        assertThat(effect.get("added")).isEmpty();
    }

    @Test
    void another_source_is_a_change() {
        append(timeline, malenkov).expect(201);
        ObjectNode sourced = malenkov.deepCopy();
        sourced.putArray("sources").addObject().put("title", "Pravda");
        JsonNode effect = preview(timeline, Facts.corrected(malenkov, sourced)).expect(200).json();
        assertThat(effect.at("/changed/0/after/facts/0/sources/0/title").textValue())
                .isEqualTo("Pravda");
    }

    @Test
    void nothing_is_stored_and_the_same_facts_can_be_appended() {
        preview(timeline, malenkov).expect(200);
        preview(timeline, malenkov).expect(200);
        assertThat(LogReading.facts(timeline)).isEmpty();
        assertThat(Client.ask(timeline, "offices").get("offices")).isEmpty();
        assertThat(append(timeline, malenkov).expect(201).json().get("head").intValue())
                .isEqualTo(1);
    }

    @Test
    void what_an_append_is_refused_for_a_preview_is_too() {
        append(timeline, malenkov).expect(201);
        ObjectNode reused = malenkov.deepCopy().put("date", "1954");
        ObjectNode mistaken = fact("OfficeAssumed", "office", "premier", "date", "1954-02-30");
        ObjectNode dangling = Facts.retracted(event("never appended"));
        List<Object> refused =
                List.of(
                        "{",
                        "[]",
                        mistaken,
                        list(event("x"), mistaken),
                        dangling,
                        reused,
                        Facts.corrected(malenkov, event("of another type")),
                        conditional(list(event("x")), "{\"after\": 0}"),
                        conditional(
                                list(event("x")),
                                "{\"after\": 0, \"subjects\": [\"office/premier\"]}"));
        for (Object body : refused) {
            Answer appended = append(timeline, body);
            Answer previewed = preview(timeline, body);
            assertThat(appended.status()).isGreaterThanOrEqualTo(400);
            assertThat(previewed.text()).isEqualTo(appended.text());
            assertThat(previewed.status()).isEqualTo(appended.status());
        }
        assertThat(LogReading.facts(timeline)).hasSize(1);
    }

    @Test
    void it_needs_a_token_and_a_timeline() {
        preview(timeline, malenkov, "nobody's").problem(401, "unauthorized");
        preview("none", malenkov).problem(404, "unknown-timeline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "TRUE", "yes", ""})
    void what_is_neither_true_nor_false_appends_nothing(String word) {
        Client.send(
                        "POST",
                        "/timelines/%s/facts?preview=%s".formatted(timeline, word),
                        BodyPublishers.ofString(malenkov.toString()),
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer " + TestDatabase.ALICE)
                .expect(400);
        assertThat(LogReading.facts(timeline)).isEmpty();
    }

    @Test
    void it_does_not_wait_for_those_who_append() throws Exception {
        try (HeldLane lane = HeldLane.of(database, meters, timeline)) {
            JsonNode effect = preview(timeline, malenkov).expect(200).json();
            assertThat(effect.at("/known/position").intValue()).isZero();
            assertThat(effect.at("/known/recordedAt").isNull()).isTrue();
            lane.letGo();
        }
    }
}
