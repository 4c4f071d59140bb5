package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facts that are not acceptable: each thing that is wrong is told, with a pointer to it. */
@QuarkusTest
@RunningService
class ViolationsTest {

    private static final String EVENT = "\"type\": \"EventOccurred\", \"title\": \"x\"";
    private static final String DATED = EVENT + ", \"date\": \"1953\"";

    private final String timeline = Client.timeline();

    private void refused(String body, String... pointers) {
        Answer answer = Client.append(timeline, body);
        answer.problem(422, "invalid-facts");
        assertThat(answer.pointers()).as(body).containsExactlyInAnyOrder(pointers);
        answer.json()
                .get("violations")
                .forEach(v -> assertThat(v.get("message").textValue()).isNotEmpty());
    }

    private void accepted(String body) {
        Client.append(timeline, body).expect(201);
    }

    @AfterEach
    void nothing_was_appended_of_what_was_refused() {
        LogReading.facts(timeline)
                .forEach(fact -> assertThat(fact.path("title").asText()).isNotEqualTo("refused"));
    }

    @Test
    void pointers_point_into_the_body_as_sent() {
        String wrong = "{%s, \"date\": \"soon\"}".formatted(EVENT);
        String right = "{%s}".formatted(DATED);
        refused(wrong, "/date");
        refused("[%s, %s, %s]".formatted(wrong, right, wrong), "/0/date", "/2/date");
        refused("{\"facts\": [%s, %s]}".formatted(right, wrong), "/facts/1/date");
    }

    @Test
    void all_that_is_wrong_with_a_fact_is_told_at_once() {
        refused(
                """
                {"type": "OfficeAssumed", "id": "7", "office": "Premier", "date": "1953-02-30",
                 "acting": "yes", "note": "", "sources": [{"title": "t"}, {"url": "ftp://x"}], "a/b~c": 1}
                """,
                "/id",
                "/office",
                "/person",
                "/date",
                "/acting",
                "/note",
                "/sources/1/title",
                "/sources/1/url",
                "/a~1b~0c");
    }

    @Test
    void what_is_wrong_within_a_correction_is_told() {
        refused(
                """
                {"type": "FactCorrected", "fact": "0", "with": {"type": "PersonBorn", "person": "A",
                 "date": "x", "sources": [{"title": 7}], "id": "y"}}
                """,
                "/fact",
                "/with/person",
                "/with/date",
                "/with/sources/0/title",
                "/with/id");
        refused("[{\"type\": \"FactCorrected\"}]", "/0/fact", "/0/with");
        refused(
                "{\"type\": \"FactCorrected\", \"fact\": \"00000000-0000-0000-0000-000000000000\", \"with\": []}",
                "/with");
    }

    @Test
    void what_is_no_fact_is_refused() {
        for (String body : List.of("7", "null", "\"fact\"", "true")) {
            refused(body, "");
        }
        refused("[7, null, [], {}]", "/0", "/1", "/2", "/3/type");
        refused("{\"type\": \"Nothing\", \"whatever\": 1}", "/type");
        refused("{\"type\": 7}", "/type");
        refused("{\"type\": \"personborn\"}", "/type");
    }

    @Test
    void an_empty_list_is_refused() {
        refused("[]", "");
        refused("{\"facts\": []}", "/facts");
    }

    @Test
    void an_envelope_has_facts_and_a_condition_and_nothing_else() {
        refused("{\"facts\": 7}", "/facts");
        refused("{\"condition\": {\"after\": 0}}", "/facts");
        refused("{\"facts\": [{%s}], \"note\": \"x\"}".formatted(DATED), "/note");
        refused("{\"facts\": [{%s}], \"condition\": 7}".formatted(DATED), "/condition");
    }

    @Test
    void null_is_a_value_of_the_wrong_type() {
        refused(
                "{%s, \"id\": null, \"place\": null, \"people\": null, \"note\": null, \"sources\": [null]}"
                        .formatted(DATED),
                "/id",
                "/place",
                "/people",
                "/note",
                "/sources/0");
        refused("{%s, \"people\": [\"a\", null]}".formatted(DATED), "/people/1");
    }

    @Test
    void what_the_server_adds_is_not_accepted_from_a_writer() {
        refused(
                "{%s, \"position\": 1, \"recordedAt\": \"x\", \"recordedBy\": \"me\", \"hash\": \"0\", \"earliest\": \"1953-01-01\", \"latest\": \"1953-12-31\"}"
                        .formatted(DATED),
                "/position",
                "/recordedAt",
                "/recordedBy",
                "/hash",
                "/earliest",
                "/latest");
    }

    @Test
    void a_field_of_another_type_of_fact_is_unknown() {
        refused("{%s, \"person\": \"x\"}".formatted(DATED), "/person");
        refused("{%s, \"sameAs\": [\"http://a.example/\"]}".formatted(DATED), "/sameAs");
    }

    @Test
    void texts_have_an_end() {
        String rocket = "\uD83D\uDE80";
        accepted("{%s, \"place\": \"%s\"}".formatted(DATED, "p".repeat(128)));
        refused("{%s, \"place\": \"%s\"}".formatted(DATED, "p".repeat(129)), "/place");
        accepted(
                DATED.replace("\"x\"", "\"" + rocket.repeat(500) + "\"")
                        .transform("{%s}"::formatted));
        refused("{%s}".formatted(DATED.replace("\"x\"", "\"" + "x".repeat(501) + "\"")), "/title");
        accepted("{%s, \"note\": \"%s\"}".formatted(DATED, rocket.repeat(20_000)));
        refused("{%s, \"note\": \"%s\"}".formatted(DATED, "x".repeat(20_001)), "/note");
        refused(
                "{%s, \"sources\": [{\"title\": \"%s\", \"author\": \"%s\", \"quote\": \"%s\"}]}"
                        .formatted(DATED, "x".repeat(501), "x".repeat(501), "x".repeat(20_001)),
                "/sources/0/title",
                "/sources/0/author",
                "/sources/0/quote");
    }

    @Test
    void texts_hold_no_nul_and_no_half_characters() {
        refused("{%s, \"note\": \"a\\u0000b\"}".formatted(DATED), "/note");
        refused("{%s, \"note\": \"\\ud83d\"}".formatted(DATED), "/note");
        refused("{%s, \"note\": \"\\ude80\\ud83d\"}".formatted(DATED), "/note");
        accepted("{%s, \"note\": \"\\ud83d\\ude80\"}".formatted(DATED));
    }

    @Test
    void addresses_are_http_or_https() {
        String person =
                "{\"type\": \"PersonDescribed\", \"person\": \"p\", \"name\": \"n\", \"sameAs\": %s}";
        accepted(person.formatted("[\"http://a.example\", \"https://a.example/b?c=d#e\"]"));
        refused(
                person.formatted(
                        "[\"ftp://a.example\", \"a.example\", \"https://\", \"http://a b\", \"\", 7, \"javascript:x\"]"),
                "/sameAs/0",
                "/sameAs/1",
                "/sameAs/2",
                "/sameAs/3",
                "/sameAs/4",
                "/sameAs/5",
                "/sameAs/6");
    }

    @Test
    void seats_are_a_whole_number_from_nought() {
        String office =
                "{\"type\": \"OfficeDescribed\", \"office\": \"o\", \"title\": \"t\", \"seats\": %s}";
        for (String seats : List.of("0", "1", "2147483647", "3.0", "1e2")) {
            accepted(office.formatted(seats));
        }
        for (String seats :
                List.of("-1", "1.5", "2147483648", "1e400", "1e999999999", "\"1\"", "true")) {
            refused(office.formatted(seats), "/seats");
        }
    }

    @Test
    void places_lie_on_earth() {
        String place =
                "{\"type\": \"PlaceDescribed\", \"place\": \"p\", \"name\": \"n\", \"latitude\": %s, \"longitude\": %s}";
        accepted(place.formatted("-90", "180"));
        accepted(place.formatted("-0.0", "179.99999999999999"));
        refused(place.formatted("90.000000000000000000001", "-180.1"), "/latitude", "/longitude");
        refused(place.formatted("1e999999999", "\"0\""), "/latitude", "/longitude");
    }

    @Test
    void dates_are_edtf_and_the_message_says_where_they_are_not() {
        Answer answer = Client.append(timeline, "{%s, \"date\": \"1953-02-30\"}".formatted(EVENT));
        assertThat(answer.json().at("/violations/0/message").textValue()).contains("character");
        for (String date : List.of("1964/1953", "../..", "1953-13", "", "Y1953", "5 March 1953")) {
            refused("{%s, \"date\": \"%s\"}".formatted(EVENT, date), "/date");
        }
        refused("{%s, \"date\": 1953}".formatted(EVENT), "/date");
    }

    @Test
    void ids_are_uuids_in_their_usual_form() {
        for (String id : List.of("1", "0-0-0-0-0", "019a04a2baf475ca9c08b60bb021e18f", " ")) {
            refused("{%s, \"id\": \"%s\"}".formatted(DATED, id), "/id");
        }
        refused(
                "{\"type\": \"FactRetracted\", \"fact\": \"x\", \"reason\": \"\"}",
                "/fact",
                "/reason");
    }
}
