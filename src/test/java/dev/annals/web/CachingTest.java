package dev.annals.web;

import static dev.annals.testing.Client.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What caches are told, and what they are answered when they ask again. */
@QuarkusTest
@RunningService
class CachingTest {

    private static final String FOR_EVER = "public, max-age=86400, immutable";
    private static final List<String> NAMES =
            List.of("cache-control", "etag", "vary", "content-type", "x-accel-buffering", "date");

    private final String timeline = Client.timeline();

    @BeforeEach
    void append() {
        Client.append(
                        timeline,
                        Facts.list(
                                Facts.assumed("premier", "malenkov", "1953"),
                                Facts.assumed("premier", "bulganin", "1955"),
                                Facts.fact(
                                        "BodyRelocated",
                                        "person",
                                        "stalin",
                                        "to",
                                        "wall",
                                        "date",
                                        "1961"),
                                Facts.fact(
                                        "PlaceRenamed",
                                        "place",
                                        "volgograd",
                                        "to",
                                        "V",
                                        "date",
                                        "1961")))
                .expect(201);
    }

    private Answer ask(String question, String... headers) {
        return get("/timelines/" + timeline + "/" + question, headers);
    }

    /** Questions without the position, one of each kind. */
    private static final String[] QUESTIONS = {
        "state?on=1958&",
        "offices?",
        "people?",
        "places?",
        "offices/premier?",
        "offices/premier/holders?on=1958&",
        "people/malenkov?",
        "places/volgograd?",
        "facts?"
    };

    @Test
    void an_answer_asked_by_position_may_be_kept() {
        for (String question : QUESTIONS) {
            Answer answer = ask(question + "known=4").expect(200);
            assertThat(answer.header("cache-control")).as(question).isEqualTo(FOR_EVER);
            assertThat(answer.header("etag")).as(question).startsWith("\"").endsWith("\"");
            assertThat(answer.header("vary"))
                    .as(question)
                    .isEqualTo("Accept, Accept-Encoding, Origin");
        }
    }

    @Test
    void an_answer_asked_now_or_by_instant_is_checked_each_time() {
        for (String question : QUESTIONS) {
            assertThat(ask(question).expect(200).header("cache-control")).isEqualTo("no-cache");
            Answer answer = ask(question + "known=2999-01-01T00:00:00Z").expect(200);
            assertThat(answer.header("cache-control")).as(question).isEqualTo("no-cache");
            assertThat(answer.header("etag")).isEqualTo(ask(question + "known=4").header("etag"));
        }
    }

    @Test
    void the_timelines_themselves_are_checked_each_time() {
        for (String path : List.of("/timelines", "/timelines/" + timeline)) {
            Answer answer = get(path).expect(200);
            assertThat(answer.header("cache-control")).isEqualTo("no-cache");
            assertThat(answer.header("vary")).isEqualTo("Accept, Accept-Encoding, Origin");
            get(path, "If-None-Match", answer.header("etag")).expect(304);
            Client.put("/timelines/" + timeline, "{\"title\": \"Not %s\"}".formatted(path))
                    .expect(200);
            get(path, "If-None-Match", answer.header("etag")).expect(200);
        }
    }

    @Test
    void a_problem_is_not_kept() {
        for (String question : List.of("state", "state?on=1958&known=5", "people/nobody?known=4")) {
            assertThat(ask(question).header("cache-control")).as(question).isEqualTo("no-store");
        }
    }

    @Test
    void what_is_held_already_is_304_without_a_body() {
        for (String question : QUESTIONS) {
            for (String known : List.of("", "known=4", "known=2999-01-01T00:00:00Z")) {
                String tag = ask(question + known).expect(200).header("etag");
                Answer again = ask(question + known, "If-None-Match", tag).expect(304);
                assertThat(again.bytes()).isEmpty();
                assertThat(again.header("etag")).isEqualTo(tag);
                assertThat(again.header("vary")).isEqualTo("Accept, Accept-Encoding, Origin");
                assertThat(again.header("cache-control"))
                        .isEqualTo(ask(question + known).header("cache-control"));
            }
        }
    }

    @Test
    void if_none_match_takes_a_list_a_star_and_tags_that_were_weakened() {
        String tag = ask("state?on=1958").header("etag");
        ask("state?on=1958", "If-None-Match", "\"a\", " + tag + ", \"b\"").expect(304);
        ask("state?on=1958", "If-None-Match", "*").expect(304);
        ask("state?on=1958", "If-None-Match", "W/" + tag).expect(304);
        ask("state?on=1958", "If-None-Match", "\"a\"").expect(200);
    }

    @Test
    void what_was_appended_makes_the_answer_new() {
        String tag = ask("state?on=1958").header("etag");
        Client.append(timeline, Facts.event("x")).expect(201);
        assertThat(ask("state?on=1958", "If-None-Match", tag).expect(200).header("etag"))
                .isNotEqualTo(tag);
        ask("state?on=1958&known=4", "If-None-Match", tag).expect(304);
    }

    @Test
    void a_precondition_hides_no_problem() {
        String tag = ask("state?on=1958").header("etag");
        ask("people/nobody", "If-None-Match", "*").problem(404, "unknown-entity");
        ask("facts?after=5", "If-None-Match", tag).problem(400, "unknown-position");
    }

    @Test
    void a_precondition_that_fails_is_a_problem() {
        Answer answer = ask("state?on=1958", "If-Match", "\"a\"").expect(412);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        ask("state?on=1958", "If-Match", ask("state?on=1958").header("etag")).expect(200);
    }

    @Test
    void each_representation_has_a_tag_of_its_own() {
        List<String> tags =
                List.of("application/json", "application/x-ndjson", "text/csv").stream()
                        .map(type -> ask("facts", "Accept", type).expect(200).header("etag"))
                        .distinct()
                        .toList();
        assertThat(tags).hasSize(3).doesNotContainNull();
        ask("facts", "Accept", "text/csv", "If-None-Match", tags.get(2)).expect(304);
        ask("facts", "Accept", "text/csv", "If-None-Match", tags.get(0)).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/csv"})
    void no_header_comes_twice(String type) {
        Answer answer = ask("facts?known=4", "Accept", type).expect(200);
        for (String name : NAMES) {
            assertThat(answer.headers().allValues(name)).as(name).hasSizeLessThan(2);
        }
    }

    @Test
    void every_answer_has_a_date() {
        assertThat(ask("state?on=1958").header("date")).isNotNull();
        assertThat(ask("state").header("date")).isNotNull();
    }

    @Test
    void head_is_get_without_the_body() {
        for (String question : QUESTIONS) {
            Answer head = Client.send("HEAD", "/timelines/" + timeline + "/" + question, null);
            Answer got = ask(question);
            assertThat(head.expect(200).bytes()).isEmpty();
            for (String name : List.of("etag", "cache-control", "vary", "content-type")) {
                assertThat(head.header(name)).as(name).isEqualTo(got.header(name));
            }
        }
        Client.send("HEAD", "/timelines/" + timeline + "/people/nobody", null).expect(404);
    }
}
