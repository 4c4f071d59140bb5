package dev.annals.web;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.corrected;
import static dev.annals.testing.Facts.fact;
import static dev.annals.testing.Facts.id;
import static dev.annals.testing.Facts.list;
import static dev.annals.testing.Facts.retracted;
import static dev.annals.testing.Facts.vacated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a few facts, made for the question. */
@QuarkusTest
@RunningService
class WhyTest {

    private final String timeline = Client.timeline();

    private void given(JsonNode... facts) {
        Client.append(timeline, list(facts)).expect(201);
    }

    private JsonNode why(String question) {
        return Client.ask(timeline, "why?" + question);
    }

    private Answer get(String question, String... headers) {
        return Client.get("/timelines/" + timeline + "/why?" + question, headers);
    }

    private static List<String> behind(JsonNode answer) {
        List<String> behind = new ArrayList<>();
        for (JsonNode because : answer.at("/answers/0/because")) {
            behind.add(because.get("role").textValue() + " " + because.at("/rule/id").textValue());
        }
        return behind;
    }

    private static List<String> rules(JsonNode answer, String list) {
        return answer.at("/answers/0/" + list).findValuesAsText("id");
    }

    private static List<String> setAside(JsonNode answer) {
        List<String> setAside = new ArrayList<>();
        for (JsonNode aside : answer.get("setAside")) {
            setAside.add(
                    aside.at("/fact/position").asText()
                            + " "
                            + aside.get("reason").textValue()
                            + " "
                            + aside.at("/rule/id").textValue()
                            + " "
                            + aside.get("by").findValuesAsText("position"));
        }
        return setAside;
    }

    @Test
    void a_successor_ends_a_tenure_where_there_is_one_seat() {
        given(assumed("tsar", "boris", "1598"), assumed("tsar", "fyodor", "1605-04-13"));

        JsonNode answer = why("office=tsar&on=1600");

        assertThat(behind(answer)).containsExactly("begins assumption", "ends succession");
        assertThat(rules(answer, "certainty")).containsExactly("certain");
    }

    @Test
    void several_moments_that_end_a_tenure_are_each_told() {
        given(
                assumed("tsar", "boris", "1598-02-21"),
                assumed("tsar", "fyodor", "1605-04-13"),
                fact("PersonDied", "person", "boris", "date", "1605-04"));

        JsonNode answer = why("office=tsar&on=1605-04-10");

        assertThat(behind(answer))
                .containsExactly("begins assumption", "ends death", "ends succession");
        assertThat(rules(answer, "narrowing")).containsExactly("first-of-several");
        assertThat(rules(answer, "certainty")).containsExactly("end-imprecise");
    }

    @Test
    void a_vacation_is_limited_by_what_would_have_ended_the_tenure_anyhow() {
        given(
                assumed("tsar", "boris", "1598-02-21"),
                vacated("tsar", "boris", "1605"),
                fact("PersonDied", "person", "boris", "date", "1605-04-13"));

        assertThat(behind(why("office=tsar&on=1600")))
                .containsExactly("begins assumption", "ends vacation", "limits limit");
    }

    @Test
    void a_vacation_that_was_matched_past_a_guess_says_what_was_left_out() {
        given(
                assumed("tsar", "boris", "1598"),
                assumed("tsar", "fyodor", "1598-06-01"),
                vacated("tsar", "boris", "1605-04-13"));

        JsonNode answer = why("office=tsar&person=boris&on=1600");

        assertThat(behind(answer))
                .containsExactly("begins assumption", "ends vacation-past-guesses");
        assertThat(answer.at("/answers/0/because/1/rule/text").textValue())
                .contains("(fyodor assumed the office of tsar on 1598-06-01)");
    }

    @Test
    void a_doubtful_date_makes_an_answer_only_possible() {
        given(assumed("tsar", "boris", "1598-02-21~"));

        JsonNode answer = why("office=tsar&on=1598-03-01");

        assertThat(rules(answer, "certainty")).containsExactly("begin-doubtful");
        assertThat(answer.at("/answers/0/certainty/0/text").textValue())
                .contains("as late as 1598-03-24");
        assertThat(answer.at("/finding/id").textValue()).isEqualTo("possible");
    }

    @Test
    void what_was_amended_is_set_aside_by_what_amended_it() {
        ObjectNode boris = assumed("tsar", "boris", "1597");
        ObjectNode first = corrected(boris, assumed("tsar", "boris", "1599"));
        ObjectNode second = corrected(boris, assumed("tsar", "boris", "1598"));
        ObjectNode dmitry = assumed("tsar", "dmitry", "1591");
        ObjectNode retraction = retracted(dmitry);
        ObjectNode restored = retracted(retraction);
        given(boris, first, second, dmitry, retraction, restored, retracted(restored));

        JsonNode answer = why("office=tsar&on=1600");

        assertThat(setAside(answer))
                .containsExactly(
                        "1 corrected corrected [3]",
                        "2 superseded correction-superseded [3]",
                        "4 retracted retracted [5]",
                        "6 retracted retraction-retracted [7]");
        assertThat(answer.at("/answers/0/because/0/fact/date").textValue()).isEqualTo("1598");
        assertThat(answer.at("/answers/0/because/0/correctedBy/id").textValue())
                .isEqualTo(id(second));
        assertThat(answer.at("/answers/0/footnote").textValue())
                .contains("(fact 1, corrected by 3)");
    }

    @Test
    void what_was_recorded_later_is_set_aside_and_so_an_old_answer_may_change() {
        given(assumed("tsar", "boris", "1598"));
        Answer before = get("office=tsar&on=1600&known=1").expect(200);
        given(vacated("tsar", "boris", "1599"));
        Answer after = get("office=tsar&on=1600&known=1").expect(200);

        assertThat(setAside(before.json())).isEmpty();
        assertThat(setAside(after.json())).containsExactly("2 beyond-known recorded-later []");
        assertThat(after.json().get("answers")).isEqualTo(before.json().get("answers"));
        assertThat(after.header("etag")).isNotEqualTo(before.header("etag"));
        assertThat(List.of(before, after))
                .allMatch(answer -> answer.header("cache-control").equals("no-cache"));
        get("office=tsar&on=1600&known=1", "If-None-Match", after.header("etag")).expect(304);
        get("office=tsar&on=1600&known=1", "If-None-Match", before.header("etag")).expect(200);
    }

    @Test
    void an_unused_fact_says_why_it_is() {
        given(
                assumed("tsar", "boris", "1598"),
                vacated("tsar", "boris", "1590"),
                fact("OfficeDescribed", "office", "tsar", "title", "Tzar"),
                fact("OfficeDescribed", "office", "tsar", "title", "Tsar"),
                fact("OfficeEstablished", "office", "tsar", "date", "1547"),
                fact("OfficeAbolished", "office", "tsar", "date", "1721"));

        JsonNode answer = why("office=tsar&on=1600");

        assertThat(setAside(answer))
                .containsExactly(
                        "2 unmatched vacation-unmatched []",
                        "3 superseded description-superseded [4]",
                        "5 no-bearing no-bound []");
        assertThat(answer.at("/described/0/label").textValue()).isEqualTo("Tsar");
        assertThat(behind(answer)).containsExactly("begins assumption", "ends abolition");
    }

    @Test
    void who_did_not_hold_an_office_is_told_who_did() {
        given(
                assumed("tsar", "boris", "1598-02-21"),
                assumed("tsar", "fyodor", "1605-04-13"),
                fact("PersonBorn", "person", "xenia", "date", "1582"));

        JsonNode notYet = why("office=tsar&person=fyodor&on=1600");
        JsonNode never = why("office=tsar&person=xenia&on=1600");

        assertThat(notYet.get("answers")).isEmpty();
        assertThat(notYet.at("/finding/id").textValue()).isEqualTo("not-then");
        assertThat(notYet.at("/not/0/rule/id").textValue()).isEqualTo("not-yet");
        assertThat(never.at("/finding/id").textValue()).isEqualTo("never");
        assertThat(List.of(notYet, never))
                .allMatch(answer -> answer.at("/instead/0/person").textValue().equals("boris"));
    }

    @Test
    void of_a_long_history_the_nearest_is_told_and_the_rest_counted() {
        List<JsonNode> facts = new ArrayList<>();
        for (int year = 1500; year < 1600; year++) {
            facts.add(assumed("consul", "p-" + year, year + "-01-01"));
            ObjectNode wrong = assumed("consul", "p-" + year, year + "-02-01");
            facts.add(wrong);
            facts.add(retracted(wrong));
        }
        given(facts.toArray(JsonNode[]::new));

        JsonNode answer = why("office=consul&on=1550-06-01&limit=2");

        assertThat(answer.at("/answers/0/span/person").textValue()).isEqualTo("p-1550");
        assertThat(answer.get("not").findValuesAsText("person"))
                .containsExactly("p-1549", "p-1551");
        assertThat(setAside(answer))
                .containsExactly("152 retracted retracted [153]", "155 retracted retracted [156]");
        assertThat(answer.at("/others/spans").intValue()).isEqualTo(97);
        assertThat(answer.at("/others/facts").intValue()).isEqualTo(300 - 2 - 4 - 2);
    }

    @Test
    void of_many_holders_the_first_are_told_and_the_rest_counted() {
        List<JsonNode> facts = new ArrayList<>();
        facts.add(fact("OfficeDescribed", "office", "boyar", "title", "Boyar").put("seats", 0));
        for (int i = 10; i < 50; i++) {
            facts.add(assumed("boyar", "p-" + i, "1550-01-01"));
        }
        facts.add(assumed("tsar", "ivan", "1547"));
        given(facts.toArray(JsonNode[]::new));

        JsonNode answer = why("office=boyar&on=1560&limit=3");
        JsonNode ivan = why("office=boyar&person=ivan&on=1560&limit=3");

        assertThat(answer.get("answers").findValues("span"))
                .extracting(span -> span.get("person").textValue())
                .containsExactly("p-10", "p-11", "p-12");
        assertThat(answer.at("/finding/text").textValue()).endsWith("; and 35 more.");
        assertThat(answer.at("/others/spans").intValue()).isEqualTo(37);
        assertThat(answer.at("/others/facts").intValue()).isEqualTo(37);
        assertThat(ivan.get("instead")).hasSize(3);
        assertThat(ivan.at("/others/spans").intValue()).isEqualTo(37);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on=1600",
                "office=tsar",
                "office=tsar&place=moscow&on=1600",
                "office=tsar&on=yesterday",
                "office=TSAR&on=1600",
                "office=tsar&on=1600&limit=0",
            })
    void a_question_that_makes_no_sense_is_refused(String question) {
        given(assumed("tsar", "boris", "1598"));

        get(question).problem(400, "invalid-parameter");
    }

    @ParameterizedTest
    @CsvSource({
        "office=tsaritsa&on=1600",
        "office=tsar&person=nobody&on=1600",
        "office=tsar&on=1600&known=0",
    })
    void an_entity_that_nobody_has_spoken_of_is_unknown(String question) {
        given(assumed("tsar", "boris", "1598"));

        get(question).problem(404, "unknown-entity");
    }
}
