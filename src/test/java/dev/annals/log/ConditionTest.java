package dev.annals.log;

import static dev.annals.testing.Client.append;
import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.conditional;
import static dev.annals.testing.Facts.event;
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
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningService
class ConditionTest {

    private final String timeline = Client.timeline();

    private Answer appendIf(String condition) {
        return append(timeline, conditional(list(event("new")), condition));
    }

    private static List<Long> conflicting(Answer answer) {
        List<Long> positions = new ArrayList<>();
        answer.problem(409, "condition-failed")
                .get("conflicting")
                .forEach(p -> positions.add(p.longValue()));
        return positions;
    }

    private static String touching(String subject, long after) {
        return "{\"after\": %d, \"subjects\": [\"%s\"]}".formatted(after, subject);
    }

    @Test
    void without_subjects_any_later_fact_fails_it() {
        append(timeline, list(event("1"), event("2"), event("3"))).expect(201);
        assertThat(conflicting(appendIf("{\"after\": 0}"))).containsExactly(1L, 2L, 3L);
        assertThat(conflicting(appendIf("{\"after\": 2}"))).containsExactly(3L);
        assertThat(LogReading.facts(timeline)).hasSize(3);
        appendIf("{\"after\": 3}").expect(201);
    }

    @Test
    void with_subjects_only_facts_that_touch_one_fail_it() {
        append(
                        timeline,
                        list(
                                assumed("premier", "stalin", "1941"),
                                assumed("premier", "malenkov", "1953"),
                                named("stalin", "Stalin")))
                .expect(201);
        assertThat(conflicting(appendIf(touching("person/stalin", 0)))).containsExactly(1L, 3L);
        assertThat(conflicting(appendIf(touching("office/premier", 1)))).containsExactly(2L);
        appendIf(touching("person/malenkov", 2)).expect(201);
        appendIf(touching("place/premier", 0)).expect(201);
        assertThat(
                        conflicting(
                                appendIf(
                                        "{\"after\": 0, \"subjects\": [\"person/malenkov\", \"person/stalin\"]}")))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void every_slug_that_a_fact_names_is_touched() {
        ObjectNode event = event("a plenum").put("place", "moscow");
        event.putArray("people").add("molotov");
        event.putArray("offices").add("first-secretary");
        append(
                        timeline,
                        list(
                                event,
                                Facts.fact(
                                        "BodyRelocated",
                                        "person",
                                        "stalin",
                                        "to",
                                        "wall",
                                        "from",
                                        "mausoleum",
                                        "date",
                                        "1961"),
                                Facts.fact(
                                        "PersonDied",
                                        "person",
                                        "beria",
                                        "date",
                                        "1953",
                                        "place",
                                        "bunker"),
                                Facts.fact(
                                        "PlaceRenamed",
                                        "place",
                                        "volgograd",
                                        "to",
                                        "Volgograd",
                                        "date",
                                        "1961"),
                                Facts.fact(
                                        "OfficeDescribed",
                                        "office",
                                        "premier",
                                        "title",
                                        "Premier",
                                        "place",
                                        "kremlin")))
                .expect(201);
        for (String subject : List.of("place/moscow", "person/molotov", "office/first-secretary")) {
            assertThat(conflicting(appendIf(touching(subject, 0)))).as(subject).containsExactly(1L);
        }
        for (String subject : List.of("person/stalin", "place/wall", "place/mausoleum")) {
            assertThat(conflicting(appendIf(touching(subject, 0)))).as(subject).containsExactly(2L);
        }
        assertThat(conflicting(appendIf(touching("place/bunker", 0)))).containsExactly(3L);
        assertThat(conflicting(appendIf(touching("place/volgograd", 0)))).containsExactly(4L);
        assertThat(conflicting(appendIf(touching("place/kremlin", 0)))).containsExactly(5L);
    }

    @Test
    void a_correction_touches_what_its_fact_and_its_new_content_touch() {
        ObjectNode fact = assumed("premier", "malenkov", "1953");
        ObjectNode correction = Facts.corrected(fact, assumed("chairman", "beria", "1953"));
        append(timeline, list(fact, correction, Facts.retracted(correction))).expect(201);
        assertThat(conflicting(appendIf(touching("office/premier", 1)))).containsExactly(2L, 3L);
        assertThat(conflicting(appendIf(touching("person/malenkov", 1)))).containsExactly(2L, 3L);
        assertThat(conflicting(appendIf(touching("office/chairman", 0)))).containsExactly(2L, 3L);
        assertThat(conflicting(appendIf(touching("person/beria", 2)))).containsExactly(3L);
    }

    @Test
    void a_retraction_touches_what_its_fact_touches_and_no_more() {
        ObjectNode fact = assumed("premier", "malenkov", "1953");
        ObjectNode correction = Facts.corrected(fact, assumed("premier", "beria", "1953"));
        append(timeline, list(fact, correction, Facts.retracted(fact))).expect(201);
        assertThat(conflicting(appendIf(touching("person/malenkov", 2)))).containsExactly(3L);
        appendIf(touching("person/beria", 2)).expect(201);
    }

    @Test
    void ids_are_judged_first_so_that_a_repeat_succeeds_whatever_its_condition() {
        ObjectNode fact = event("x");
        String request = conditional(list(fact), "{\"after\": 0}");
        append(timeline, request).expect(201);
        append(timeline, event("later")).expect(201);
        append(timeline, request).expect(200);
        append(timeline, conditional(list(fact.put("title", "other")), "{\"after\": 0}"))
                .problem(409, "id-reused");
    }

    @Test
    void a_condition_counts_for_a_request_in_which_something_is_new() {
        ObjectNode held = event("held");
        append(timeline, held).expect(201);
        assertThat(
                        conflicting(
                                append(
                                        timeline,
                                        conditional(list(held, event("new")), "{\"after\": 0}"))))
                .containsExactly(1L);
    }

    @Test
    void a_condition_after_a_position_that_is_still_to_come_holds() {
        append(timeline, event("x")).expect(201);
        appendIf("{\"after\": 1000000}").expect(201);
    }

    @Test
    void of_those_who_append_on_the_same_condition_one_wins_each_time() throws Exception {
        int writers = 12;
        try (ExecutorService executor = Executors.newFixedThreadPool(writers)) {
            for (int round = 0; round < 10; round++) {
                long after = round;
                List<Future<Answer>> answers = new ArrayList<>();
                for (int i = 0; i < writers; i++) {
                    JsonNode fact = assumed("premier", "p" + i, "1953");
                    String condition = touching("office/premier", after);
                    answers.add(
                            executor.submit(
                                    () -> append(timeline, conditional(list(fact), condition))));
                }
                int won = 0;
                for (Future<Answer> answer : answers) {
                    if (answer.get().status() == 201) {
                        won++;
                    } else {
                        assertThat(conflicting(answer.get())).containsExactly(after + 1);
                    }
                }
                assertThat(won).as("winners of round " + round).isEqualTo(1);
            }
        }
    }

    @Test
    void a_malformed_condition_is_refused_with_all_that_is_wrong() {
        Answer refused =
                appendIf(
                        "{\"after\": -1, \"subjects\": [\"premier\", \"office/No\", 7], \"so~me/thing\": 1}");
        refused.problem(422, "invalid-facts");
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/condition/after",
                        "/condition/subjects/0",
                        "/condition/subjects/1",
                        "/condition/subjects/2",
                        "/condition/so~0me~1thing");
        for (String condition :
                List.of("null", "[]", "{}", "{\"after\": 1.5}", "{\"after\": \"1\"}")) {
            assertThat(appendIf(condition).status()).as(condition).isEqualTo(422);
        }
    }
}
