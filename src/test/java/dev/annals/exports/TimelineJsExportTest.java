package dev.annals.exports;

import static dev.annals.exports.Exported.FLAGSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What TimelineJS3 demands of a timeline (version 3.9), and that nothing in it comes alive. */
@QuarkusTest
@RunningService
class TimelineJsExportTest {

    private static final String OURS =
            "</?(p|ul|li|blockquote)>|<a href=\"https?://[^\"<>]*\">|</a>";

    private static JsonNode timelineJs(String timeline, String known) {
        JsonNode document = Exported.file(timeline, "timelinejs.json" + known).json();
        checkText(document.get("title"));
        Set<String> ids = new HashSet<>(List.of(document.at("/title/unique_id").asText()));
        for (JsonNode event : document.get("events")) {
            assertThat(ids.add(event.get("unique_id").textValue())).isTrue();
            checkDate(event.get("start_date"));
            if (event.has("end_date")) {
                checkDate(event.get("end_date"));
            }
            checkText(event);
        }
        return document;
    }

    /** Numbers that a JavaScript date takes, month and day from one. */
    private static void checkDate(JsonNode date) {
        assertThat(date.get("year").intValue()).isBetween(-271_820, 275_759);
        assertThat(date.path("month").asInt(1)).isBetween(1, 12);
        assertThat(date.path("day").asInt(1)).isBetween(1, 31);
        assertThat(date.has("day") && !date.has("month")).isFalse();
    }

    /** It takes the markup out of groups and dates, and then shows what is left as markup. */
    private static void checkText(JsonNode slide) {
        assertThat(slide.get("autolink").booleanValue()).isFalse();
        assertThat(slide.at("/text/headline").textValue()).doesNotContain("<", ">", "\"");
        assertThat(slide.at("/text/text").textValue().replaceAll(OURS, ""))
                .doesNotContain("<", ">", "\"");
        for (String field : List.of("group", "display_date")) {
            String once = unescaped(slide.path(field).asText());
            assertThat(once).doesNotContain("<", ">", "\"");
        }
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static Map<String, JsonNode> byHeadline(JsonNode document) {
        Map<String, JsonNode> events = new LinkedHashMap<>();
        document.get("events")
                .forEach(e -> events.put(unescaped(e.at("/text/headline").asText()), e));
        return events;
    }

    @Test
    void the_flagship_has_a_slide_for_each_span_and_for_each_fact_beside_them() {
        JsonNode document = timelineJs(FLAGSHIP, "");
        long spans =
                Exported.tenures(FLAGSHIP).size()
                        + Exported.restingPlaces(FLAGSHIP).size()
                        + Exported.names(FLAGSHIP).size();
        long facts =
                Exported.dated(FLAGSHIP).stream()
                        .filter(
                                fact ->
                                        !Set.of(
                                                        "OfficeAssumed",
                                                        "OfficeVacated",
                                                        "BodyRelocated",
                                                        "PlaceRenamed")
                                                .contains(fact.get("type").asText()))
                        .count();
        assertThat((long) document.get("events").size()).isEqualTo(spans + facts);
        assertThat(document.at("/meta/leftOut").fieldNames())
                .toIterable()
                .noneMatch(name -> name.contains("axis"));
        assertThat(document.at("/title/text/text").asText()).contains("position 636");
    }

    @Test
    void spans_stand_in_groups_by_office() {
        Map<String, JsonNode> events = byHeadline(timelineJs(FLAGSHIP, ""));
        JsonNode premiership = events.get("Nikita Khrushchev, Premier of the Soviet Union");
        assertThat(premiership.get("group").asText()).isEqualTo("Premier of the Soviet Union");
        assertThat(premiership.at("/start_date/day").asInt()).isEqualTo(27);
        assertThat(premiership.get("display_date").asText())
                .isEqualTo("1958-03-27 – some time between 1964-10-14 and 1964-10-15");
    }

    @Test
    void who_is_in_office_still_is_so_up_to_the_last_day_that_is_known_of() {
        String timeline = Client.timeline();
        JsonNode office = Facts.assumed("o", "p", "1953-03-05");
        JsonNode open = Facts.event("still open").put("date", "1960/..");
        Client.append(timeline, Facts.list(office, open, Facts.event("1958"))).expect(201);
        Client.append(timeline, Facts.event("later").put("date", "1991-12")).expect(201);
        String id = "span-" + Facts.id(office);
        JsonNode then = slide(timelineJs(timeline, "?known=3"), id);
        assertThat(then.get("end_date").toString())
                .isEqualTo("{\"year\":1960,\"month\":1,\"day\":1}");
        assertThat(then.get("display_date").asText()).isEqualTo("since 1953-03-05");
        assertThat(slide(timelineJs(timeline, "?known=4"), id).get("end_date").toString())
                .isEqualTo("{\"year\":1991,\"month\":12,\"day\":31}");
    }

    @Test
    void a_tenure_has_the_notes_of_its_begin_and_end_and_the_reason() {
        String timeline = Client.timeline();
        JsonNode begin = Facts.assumed("o", "p", "1953").put("note", "Or <in> 1954");
        JsonNode end = Facts.vacated("o", "p", "1955").put("reason", "gout").put("note", "Or 1956");
        JsonNode next = Facts.assumed("o", "q", "1957").put("note", "of another");
        Client.append(timeline, Facts.list(begin, end, next)).expect(201);
        assertThat(slide(timelineJs(timeline, ""), "span-" + Facts.id(begin)).at("/text/text"))
                .hasToString("\"<p>Or &lt;in&gt; 1954</p><p>gout</p><p>Or 1956</p>\"");
    }

    @Test
    void a_correction_moves_stalins_body_from_then_on() {
        String id = "span-" + Exported.removal();
        assertThat(slide(timelineJs(FLAGSHIP, "?known=635"), id).get("start_date").toString())
                .isEqualTo("{\"year\":1961}");
        assertThat(slide(timelineJs(FLAGSHIP, "?known=636"), id).get("start_date").toString())
                .isEqualTo("{\"year\":1961,\"month\":10,\"day\":31}");
    }

    private static JsonNode slide(JsonNode document, String id) {
        for (JsonNode event : document.get("events")) {
            if (event.get("unique_id").asText().equals(id)) {
                return event;
            }
        }
        throw new AssertionError("no slide " + id);
    }

    @Test
    void hostile_texts_are_shown_and_nothing_else() {
        JsonNode document = timelineJs(HostileHistory.timeline(), "");
        Map<String, JsonNode> events = byHeadline(document);
        JsonNode acting = events.get("p-2, acting " + HostileHistory.MARKUP);
        assertThat(unescaped(unescaped(acting.get("group").asText())))
                .isEqualTo(HostileHistory.MARKUP);
        assertThat(unescaped(events.get("first").at("/text/text").asText()))
                .contains(HostileHistory.LINKED, HostileHistory.MARKUP);
        assertThat(document.at("/meta/leftOut/facts without a place on the axis").asInt())
                .isEqualTo(1);
        assertThat(document.at("/title/text/text").asText()).contains("Left out");
    }

    @Test
    void vague_dates_are_shown_as_they_were_written_and_sets_in_words() {
        Map<String, JsonNode> events = byHeadline(timelineJs(HostileHistory.timeline(), ""));
        JsonNode open = events.get(HostileHistory.MARKUP);
        assertThat(open.get("display_date").asText()).isEqualTo("1953/..");
        assertThat(open.at("/start_date/year").asInt()).isEqualTo(1953);
        assertThat(open.has("end_date")).isFalse();
        JsonNode before = events.get(HostileHistory.LINES);
        assertThat(before.get("display_date").asText()).isEqualTo("1953 or before");
        assertThat(before.get("start_date").toString())
                .isEqualTo("{\"year\":1953,\"month\":12,\"day\":31}");
        JsonNode zero = events.get("year 0");
        assertThat(zero.at("/start_date/year").asInt(-1)).isZero();
        assertThat(zero.get("display_date").asText()).isEqualTo("0000-02-29");
        assertThat(events.get("first").has("display_date")).isFalse();
    }

    @Test
    void an_empty_timeline_has_a_title_and_no_events() {
        JsonNode document = timelineJs(Client.timeline(), "");
        assertThat(document.get("events")).isEmpty();
        assertThat(document.at("/title/text/text").asText()).contains("position 0");
    }
}
