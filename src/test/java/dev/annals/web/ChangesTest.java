package dev.annals.web;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.vacated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /changes}: in the world between two dates, and in what was known of one. */
@QuarkusTest
@RunningService
class ChangesTest {

    private final String timeline = Client.timeline();

    private void append(ObjectNode... facts) {
        Client.append(timeline, Facts.list(facts)).expect(201);
    }

    private JsonNode between(String from, String to) {
        return Client.ask(
                timeline,
                "changes?from=%s&to=%s".formatted(Client.encoded(from), Client.encoded(to)));
    }

    private static List<String> people(JsonNode spans) {
        List<String> people = new ArrayList<>();
        spans.forEach(
                s ->
                        people.add(
                                s.get("person").textValue()
                                        + " "
                                        + s.get("certainty").textValue()));
        return people;
    }

    @Test
    void on_the_day_an_office_changes_hands_the_leaver_ended_and_the_newcomer_began() {
        append(assumed("premier", "bulganin", "1955-02-08"));
        append(assumed("premier", "khrushchev", "1958-03-27"));
        JsonNode day = between("1958-03-27", "1958-03-27");
        assertThat(people(day.get("ended"))).containsExactly("bulganin certain");
        assertThat(people(day.get("began"))).containsExactly("khrushchev certain");
        for (String other : List.of("1958-03-26", "1958-03-28")) {
            assertThat(between(other, other).get("ended")).isEmpty();
            assertThat(between(other, other).get("began")).isEmpty();
        }
        assertThat(day.get("from").textValue()).isEqualTo("1958-03-27");
        assertThat(day.get("next").isNull()).isTrue();
        assertThat(day.get("began").get(0).get("kind").textValue()).isEqualTo("tenure");
    }

    @ParameterizedTest
    @CsvSource({
        "1958-03, 1958-03-01, 1958-03-31, certain",
        "1958-03, 1958, 1958, certain",
        "1958-03, 1958-03-02, 1958-03-31, possible",
        "1958-03, 1958-03-01, 1958-03-30, possible",
        "1958-03, 1958-03-31, 1959, possible",
        "1958-03, 1958-04-01, 1959, ",
        "1958-03, 1957, 1958-02-28, ",
        "1958-03-27?, 1958-03-27, 1958-03-27, possible",
        "1958-03-27?, 1958-02-24, 1958-04-27, certain",
        "1958-03-27?, 1958-02-25, 1958-04-27, possible",
        "1958-03-27?, 1958-02-24, 1958-04-26, possible",
        "195X~, 1900, 2000, possible",
        "[..1958], ../1957, 1958, certain",
        "[..1958], 1957, 1958, possible",
        "1958/.., 1957, 2000, possible",
    })
    void a_begin_is_certain_if_it_surely_fell_on_one_of_the_days(
            String date, String from, String to, String certainty) {
        append(assumed("premier", "khrushchev", date));
        JsonNode began = between(from, to).get("began");
        assertThat(people(began))
                .isEqualTo(certainty == null ? List.of() : List.of("khrushchev " + certainty));
    }

    @ParameterizedTest
    @CsvSource({
        "1964-10, 1964-10-01, 1964-10-31, certain",
        "1964-10, 1964-10-02, 1964-10-31, possible",
        "1964-10-14~, 1964-10-01, 1964-10-31, possible",
        "1964-10-14~, 1964-09-13, 1964-11-14, certain",
        "1964-10-14~, 1964-09-14, 1964-11-14, possible",
        "1964, 1965, 1965, ",
    })
    void an_end_is_certain_if_it_surely_fell_on_one_of_the_days(
            String date, String from, String to, String certainty) {
        append(assumed("premier", "khrushchev", "1958-03-27"));
        append(vacated("premier", "khrushchev", date));
        JsonNode answer = between(from, to);
        assertThat(people(answer.get("ended")))
                .isEqualTo(certainty == null ? List.of() : List.of("khrushchev " + certainty));
        assertThat(answer.get("began")).isEmpty();
    }

    @Test
    void what_is_open_has_not_ended_and_an_unknown_slug_narrows_to_nothing() {
        append(assumed("premier", "khrushchev", "1958-03-27"));
        assertThat(between("0001", "../9999").get("ended")).isEmpty();
        JsonNode nobody = Client.ask(timeline, "changes?from=1950&to=1960&person=nobody");
        assertThat(nobody.get("began")).isEmpty();
    }

    @Test
    void a_page_across_long_silences_finds_what_is_far_away() {
        append(assumed("premier", "a", "-0500-01-01"), assumed("premier", "b", "0476-09-04"));
        append(assumed("premier", "c", "1958-03-27"), assumed("premier", "d", "Y170000"));
        JsonNode all = between("../-0600", "1900/..");
        assertThat(people(all.get("began")))
                .containsExactly("a certain", "b certain", "c certain", "d certain");
        assertThat(people(all.get("ended"))).containsExactly("a certain", "b certain", "c certain");
    }

    @Test
    void known_says_what_of_it_was_known() {
        append(assumed("premier", "khrushchev", "1958-03-27"));
        append(vacated("premier", "khrushchev", "1964-10-14"));
        JsonNode before = Client.ask(timeline, "changes?from=1964&to=1964&known=1");
        assertThat(before.get("ended")).isEmpty();
        assertThat(before.at("/known/position").longValue()).isEqualTo(1);
        assertThat(between("1964", "1964").get("ended")).hasSize(1);
    }

    private JsonNode on(String query) {
        return Client.ask(timeline, "changes?on=1960&" + query);
    }

    @Test
    void each_fact_that_changed_the_answer_says_what_became_of_which_span() {
        ObjectNode first = assumed("premier", "khrushchev", "1958");
        append(first);
        append(assumed("premier", "stalin", "1941-05-06"));
        append(Facts.named("khrushchev", "Nikita Khrushchev"));
        append(Facts.corrected(first, assumed("premier", "khrushchev", "1958-03-27")));
        append(vacated("premier", "khrushchev", "1959-01-01"));
        JsonNode changes = on("").get("changes");
        assertThat(changes.findValuesAsText("position"))
                .containsExactly("1", "1", "4", "4", "5", "5");
        JsonNode began = changes.get(0);
        assertThat(people(began.get("added"))).containsExactly("khrushchev certain");
        assertThat(began.at("/added/0/name").textValue()).isEqualTo("khrushchev");
        assertThat(began.at("/fact/date").textValue()).isEqualTo("1958");
        assertThat(began.get("known").get("recordedAt")).isEqualTo(began.at("/fact/recordedAt"));
        JsonNode corrected = changes.get(1).get("changed").get(0);
        assertThat(corrected.at("/before/since/date").textValue()).isEqualTo("1958");
        assertThat(corrected.at("/after/since/date").textValue()).isEqualTo("1958-03-27");
        assertThat(corrected.at("/before/name").textValue()).isEqualTo("Nikita Khrushchev");
        JsonNode left = changes.get(2);
        assertThat(people(left.get("removed"))).containsExactly("khrushchev certain");
        assertThat(left.get("added")).isEmpty();
        assertThat(left.get("changed")).isEmpty();
    }

    @Test
    void positions_are_taken_after_the_first_and_up_to_the_last() {
        for (String person : List.of("a", "b", "c")) {
            append(assumed("office-of-" + person, person, "1953"));
        }
        assertThat(on("known-from=1&known-to=2").get("changes")).hasSize(1);
        assertThat(on("known-from=1&known-to=2").at("/changes/0/known/position").longValue())
                .isEqualTo(2);
        assertThat(on("known-from=3&known-to=3").get("changes")).isEmpty();
        assertThat(on("known-to=2").get("changes")).hasSize(2);
        assertThat(on("known-to=2").at("/from/position").longValue()).isZero();
        assertThat(on("known-from=1").at("/to/position").longValue()).isEqualTo(3);
        assertThat(on("known-from=1").at("/known/position").longValue()).isEqualTo(3);
        assertThat(on("known-from=2999-01-01T00:00:00Z").get("changes")).isEmpty();
        assertThat(on("known-to=1953-01-01T00:00:00Z").get("changes")).isEmpty();
        assertThat(on("person=b").get("changes")).hasSize(1);
        assertThat(on("limit=2").get("next").longValue()).isEqualTo(2);
        assertThat(on("limit=2&after=2").get("changes")).hasSize(1);
        assertThat(on("limit=3").get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "from=1953",
                "to=1953",
                "from=1954&to=1953",
                "from=1953&to=x",
                "from=1953&to=1954&on=1953",
                "on=1953&to=1954",
                "on=1953&known=0",
                "from=1953&to=1954&known-from=0",
                "from=1953&to=1954&known-to=0",
                "from=1953&to=1954&limit=0",
                "from=1953&to=1954&limit=1001",
                "from=1953&to=1954&after=1",
                "from=1953&to=1954&after=MS8yL3RydWUveC8xL3RlbnVyZS9mYWxzZQx",
                "from=1953&to=1954&office=No_Slug",
                "on=x",
                "on=1953&known-from=x",
                "on=1953&after=x",
                "on=1953&known-from=1&known-to=0"
            })
    void what_is_asked_wrongly_is_a_problem(String query) {
        append(assumed("premier", "khrushchev", "1958-03-27"));
        Client.get("/timelines/" + timeline + "/changes?" + query)
                .problem(400, "invalid-parameter");
    }

    @Test
    void a_position_past_the_head_is_unknown() {
        for (String query :
                List.of(
                        "from=1953&to=1954&known=1",
                        "on=1953&known-from=1",
                        "on=1953&known-to=1",
                        "on=1953&after=1")) {
            Client.get("/timelines/" + timeline + "/changes?" + query)
                    .problem(400, "unknown-position");
        }
        Client.get("/timelines/nowhere/changes?on=1953").problem(404, "unknown-timeline");
    }

    @Test
    void an_answer_up_to_a_position_may_be_kept() {
        append(assumed("premier", "khrushchev", "1958-03-27"));
        String changes = "/timelines/" + timeline + "/changes?";
        for (String query : List.of("from=1953&to=1964&known=1", "on=1960&known-to=1")) {
            Answer answer = Client.get(changes + query).expect(200);
            assertThat(answer.header("cache-control")).contains("immutable");
            Client.get(changes + query, "If-None-Match", answer.header("etag")).expect(304);
        }
        assertThat(Client.get(changes + "on=1960&known-from=0").header("cache-control"))
                .isEqualTo("no-cache");
    }
}
