package dev.annals.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.fact.FactType;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A recorder appends and opens, a curator corrects and retracts, and a request is all or nothing.
 */
@QuarkusTest
@RunningService
@WithTestResource(KeyServer.class)
class RolesTest {

    private final String timeline = Client.timeline();
    private final ObjectNode fact = Facts.event("x");
    private final ObjectNode correction = Facts.corrected(fact, Facts.event("y"));
    private final ObjectNode retraction = Facts.retracted(fact);

    @BeforeEach
    void append() {
        Issuing.publish();
        Client.append(timeline, fact).expect(201);
    }

    private Answer send(Object body, String... roles) {
        return Client.append(timeline, body, Issuing.token(roles));
    }

    private void forbidden(Answer answer, String role, List<String> pointers) {
        JsonNode problem = answer.problem(403, "forbidden");
        assertThat(problem.get("detail").asText()).isEqualTo("this needs the role " + role);
        assertThat(answer.pointers()).isEqualTo(pointers);
        assertThat(answer.header("www-authenticate"))
                .isEqualTo(
                        "Bearer realm=\"annals\", error=\"insufficient_scope\", scope=\""
                                + role.replace(" or ", " ")
                                + "\"");
        assertThat(LogReading.facts(timeline)).hasSize(1);
    }

    @Test
    void a_recorder_appends_plain_facts() {
        send(Facts.event("more"), "recorder").expect(201);
        send(Facts.list(Facts.event("a"), Facts.event("b")), "recorder").expect(201);
    }

    @Test
    void a_recorder_neither_corrects_nor_retracts() {
        forbidden(send(correction, "recorder"), "curator", List.of(""));
        forbidden(send(retraction, "recorder"), "curator", List.of(""));
    }

    @Test
    void a_preview_needs_the_roles_that_the_append_would() {
        forbidden(
                Client.preview(timeline, correction, Issuing.token("recorder")),
                "curator",
                List.of(""));
        Client.preview(timeline, correction, Issuing.token("curator")).expect(200);
        assertThat(LogReading.facts(timeline)).hasSize(1);
    }

    @Test
    void one_retraction_within_a_list_needs_a_curator() {
        JsonNode list = Facts.list(Facts.event("a"), Facts.event("b"), retraction, correction);
        forbidden(send(list, "recorder"), "curator", List.of("/2"));
        String conditional = Facts.conditional(list, "{\"after\": 1}");
        forbidden(send(conditional, "recorder"), "curator", List.of("/facts/2"));
    }

    @Test
    void a_curator_corrects_and_retracts() {
        send(correction, "curator").expect(201);
        send(retraction, "curator").expect(201);
    }

    @Test
    void a_curator_does_not_append_plain_facts() {
        forbidden(send(Facts.event("more"), "curator"), "recorder", List.of(""));
        JsonNode list = Facts.list(retraction, Facts.event("a"));
        forbidden(send(list, "curator"), "recorder", List.of("/1"));
    }

    @Test
    void who_has_both_roles_may_do_both_at_once() {
        send(Facts.list(Facts.event("a"), retraction), "recorder", "curator").expect(201);
    }

    @Test
    void configured_tokens_have_both_roles() {
        Client.append(timeline, Facts.list(Facts.event("a"), retraction)).expect(201);
    }

    @Test
    void who_has_neither_role_may_write_nothing() {
        forbidden(send(Facts.event("a")), "recorder or curator", List.of());
        forbidden(send(retraction, "Curator", "admin"), "recorder or curator", List.of());
    }

    @Test
    void a_fact_that_is_there_already_is_not_given_to_who_may_not_append_it() {
        forbidden(send(fact, "curator"), "recorder", List.of(""));
    }

    @Test
    void an_import_stops_at_the_line_that_needs_another_role() {
        String file = Facts.event("a") + "\n" + retraction + "\n" + Facts.event("b") + "\n";
        JsonNode summary = imported(file, "recorder").expect(200).json();
        assertThat(summary.get("appended").longValue()).isEqualTo(1);
        assertThat(summary.at("/stopped/line").longValue()).isEqualTo(2);
        assertThat(summary.at("/stopped/reason").asText()).isEqualTo("needs the role curator");
        assertThat(LogReading.facts(timeline)).hasSize(2);
        imported(file).problem(403, "forbidden");
        imported(file, "recorder", "curator").expect(200);
        assertThat(LogReading.facts(timeline)).hasSize(4);
    }

    private Answer imported(String file, String... roles) {
        return Client.send(
                "POST",
                "/timelines/" + timeline + "/imports?format=ndjson",
                BodyPublishers.ofString(file),
                "Authorization",
                "Bearer " + Issuing.token(roles));
    }

    @Test
    void timelines_are_opened_and_renamed_by_recorders() {
        forbidden(open(timeline, "curator"), "recorder", List.of());
        assertThat(Client.get("/timelines/" + timeline).json().get("title").asText())
                .isNotEqualTo("Mine");
        open(timeline, "recorder").expect(200);
        assertThat(Client.get("/timelines/" + timeline).json().get("title").asText())
                .isEqualTo("Mine");
        forbidden(open("never-" + timeline), "recorder", List.of());
        Client.get("/timelines/never-" + timeline).problem(404, "unknown-timeline");
    }

    private static Answer open(String id, String... roles) {
        return Client.send(
                "PUT",
                "/timelines/" + id,
                BodyPublishers.ofString("{\"title\": \"Mine\"}"),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + Issuing.token(roles));
    }

    @Test
    void exactly_corrections_and_retractions_are_a_curators() {
        assertThat(FactType.values())
                .filteredOn(FactType::isAmendment)
                .containsExactly(FactType.FACT_CORRECTED, FactType.FACT_RETRACTED);
    }
}
