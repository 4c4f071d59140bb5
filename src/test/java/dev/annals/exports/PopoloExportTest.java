package dev.annals.exports;

import static dev.annals.exports.Exported.FLAGSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who reads Popolo reads what is exported, and is told nothing false. */
@QuarkusTest
@RunningService
class PopoloExportTest {

    private static JsonNode popolo(String timeline) {
        JsonNode document = Exported.file(timeline, "popolo.json").json();
        new PopoloSchemas().check(document);
        return document;
    }

    @Test
    void the_flagship_is_as_the_schemas_have_it_and_whole() {
        JsonNode document = popolo(FLAGSHIP);
        assertThat(document.get("persons"))
                .hasSameSizeAs(Exported.slugs(FLAGSHIP, "people", "person"));
        assertThat(document.get("areas"))
                .hasSameSizeAs(Exported.slugs(FLAGSHIP, "places", "place"));
        assertThat(document.get("posts"))
                .hasSameSizeAs(Exported.slugs(FLAGSHIP, "offices", "office"));
        assertThat(document.get("memberships")).hasSameSizeAs(Exported.tenures(FLAGSHIP));
        assertThat(document.get("events"))
                .hasSize(
                        (int)
                                Exported.dated(FLAGSHIP).stream()
                                        .filter(
                                                f ->
                                                        f.path("type")
                                                                .asText()
                                                                .equals("EventOccurred"))
                                        .count());
        JsonNode leftOut = document.at("/meta/leftOut");
        assertThat(leftOut.get("resting places").asInt())
                .isEqualTo(Exported.restingPlaces(FLAGSHIP).size());
        assertThat(leftOut.get("names of places").asInt())
                .isEqualTo(Exported.names(FLAGSHIP).size());
        assertThat(document.at("/meta/known/position").asInt()).isEqualTo(636);
    }

    @Test
    void what_is_referred_to_is_there() {
        JsonNode document = popolo(FLAGSHIP);
        for (JsonNode post : document.get("posts")) {
            assertThat(ids(document, "organizations"))
                    .contains(post.path("organization_id").asText());
        }
        for (JsonNode membership : document.get("memberships")) {
            assertThat(ids(document, "persons")).contains(membership.get("person_id").asText());
            assertThat(ids(document, "posts")).contains(membership.get("post_id").asText());
        }
    }

    private static Set<String> ids(JsonNode document, String list) {
        Set<String> ids = new HashSet<>();
        document.get(list).forEach(each -> assertThat(ids.add(each.get("id").asText())).isTrue());
        return ids;
    }

    @Test
    void no_date_says_more_than_is_known() {
        for (String timeline : List.of(FLAGSHIP, HostileHistory.timeline())) {
            Map<String, JsonNode> memberships = new HashMap<>();
            popolo(timeline)
                    .get("memberships")
                    .forEach(m -> memberships.put(m.get("id").asText(), m));
            for (JsonNode tenure : Exported.tenures(timeline)) {
                JsonNode membership = memberships.remove(tenure.at("/facts/0/id").asText());
                checkDate(membership, "start_date", tenure.get("since"));
                checkDate(membership, "end_date", tenure.get("until"));
            }
            assertThat(memberships).isEmpty();
        }
    }

    /** An ISO date is the beginning of each day within it. */
    private static void checkDate(JsonNode membership, String field, JsonNode moment) {
        String said = membership.path(field).asText();
        if (moment.isNull()) {
            assertThat(membership.has(field) || membership.path("edtf").has(field)).isFalse();
            return;
        }
        assertThat(moment.get("earliest").asText()).startsWith(said);
        assertThat(moment.get("latest").asText()).startsWith(said);
        if (!moment.get("date").asText().equals(said)) {
            assertThat(membership.at("/edtf/" + field)).isEqualTo(moment.get("date"));
        }
    }

    @Test
    void a_set_becomes_the_month_that_holds_it() {
        for (JsonNode membership : popolo(FLAGSHIP).get("memberships")) {
            if (membership.at("/edtf/end_date").asText().equals("[1964-10-14..1964-10-15]")) {
                assertThat(membership.get("end_date").asText()).isEqualTo("1964-10");
                return;
            }
        }
        throw new AssertionError("the end of Khrushchev's premiership is not there");
    }

    @Test
    void a_membership_has_what_its_facts_say_besides() {
        String timeline = Client.timeline();
        Client.append(
                        timeline,
                        Facts.list(
                                Facts.assumed("o", "p", "1953")
                                        .put("note", "Or 1954")
                                        .put("acting", true),
                                Facts.vacated("o", "p", "1955")
                                        .put("note", "Or 1956")
                                        .put("reason", "gout")))
                .expect(201);
        JsonNode membership = popolo(timeline).at("/memberships/0");
        assertThat(membership.get("acting").booleanValue()).isTrue();
        assertThat(membership.get("end_reason").asText()).isEqualTo("gout");
        assertThat(membership.get("note").asText()).isEqualTo("Or 1954\n\nOr 1956");
    }

    @Test
    void hostile_texts_and_dates_are_as_the_schemas_have_it() {
        JsonNode document = popolo(HostileHistory.timeline());
        JsonNode person = document.at("/persons/0");
        assertThat(person.get("name").asText()).isEqualTo(HostileHistory.MARKUP);
        assertThat(person.get("biography").asText()).isEqualTo(HostileHistory.LINES);
        assertThat(person.at("/identifiers/0/identifier").asText()).isEqualTo("Q855");
        assertThat(person.at("/links/0/url").asText()).isEqualTo("http://x.example/a'b");
        assertThat(person.has("birth_date")).isFalse();
        assertThat(person.at("/edtf/birth_date").asText()).isEqualTo("Y-17000");
        assertThat(person.get("death_date").asText()).isEqualTo("1970");
        assertThat(person.at("/edtf/death_date").asText()).isEqualTo("1970~");
        assertThat(document.at("/areas/0/geometry/coordinates/1").doubleValue()).isEqualTo(-0.5);
        assertThat(document.at("/meta/leftOut/events~1start_date").asInt()).isEqualTo(3);
        assertThat(document.at("/meta/leftOut/persons~1birth_date").asInt()).isEqualTo(1);
        assertThat(document.at("/organizations")).hasSize(2);
    }

    @Test
    void an_empty_timeline_is_an_empty_document() {
        JsonNode document = popolo(Client.timeline());
        for (String list : PopoloSchemas.LISTS.keySet()) {
            assertThat(document.get(list)).as(list).isEmpty();
        }
        assertThat(document.at("/meta/known/position").asInt()).isZero();
    }

    @Test
    void a_page_is_no_boundary() {
        String timeline = Client.timeline();
        JsonNode[] facts = new JsonNode[1_300];
        for (int i = 0; i < facts.length; i++) {
            facts[i] =
                    i % 2 == 0
                            ? Facts.assumed("o-" + i / 4, "p-" + i, "1953-03-05")
                            : Facts.fact("OfficeDescribed", "office", "o-" + i, "title", "x")
                                    .put("organization", "Organization " + i);
        }
        Client.append(timeline, Facts.list(facts)).expect(201);
        JsonNode document = popolo(timeline);
        assertThat(ids(document, "memberships")).hasSize(650);
        assertThat(ids(document, "persons")).hasSize(650);
        assertThat(ids(document, "organizations")).hasSize(650);
        assertThat(ids(document, "posts"))
                .containsExactlyInAnyOrderElementsOf(Exported.slugs(timeline, "offices", "office"));
    }

    @Test
    void large_descriptions_are_pages_of_their_own() {
        String timeline = Client.timeline();
        for (int i = 0; i < 3; i++) {
            JsonNode[] facts = new JsonNode[100];
            for (int j = 0; j < facts.length; j++) {
                facts[j] =
                        Facts.named("p-" + i + "-" + j, "x")
                                .put("description", "a description ".repeat(1_000));
            }
            Client.append(timeline, Facts.list(facts)).expect(201);
        }
        assertThat(ids(popolo(timeline), "persons")).hasSize(300);
    }
}
