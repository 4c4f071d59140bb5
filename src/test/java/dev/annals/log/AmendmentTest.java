package dev.annals.log;

import static dev.annals.testing.Client.append;
import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.corrected;
import static dev.annals.testing.Facts.event;
import static dev.annals.testing.Facts.id;
import static dev.annals.testing.Facts.list;
import static dev.annals.testing.Facts.named;
import static dev.annals.testing.Facts.retracted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Corrections and retractions: what they may name, and what becomes of what they name. */
@QuarkusTest
@RunningService
class AmendmentTest {

    private final String timeline = Client.timeline();
    private final ObjectNode fact = assumed("premier", "malenkov", "1953-03-05");

    private JsonNode lookUp(JsonNode fact) {
        return Client.ask(timeline, "facts/" + id(fact));
    }

    private void refused(Object body, String... pointers) {
        Answer answer = append(timeline, body);
        answer.problem(422, "invalid-facts");
        assertThat(answer.pointers()).containsExactlyInAnyOrder(pointers);
    }

    @Test
    void an_amendment_may_name_a_fact_earlier_in_the_same_request() {
        ObjectNode correction = corrected(fact, assumed("premier", "malenkov", "1953-03-06"));
        append(timeline, list(fact, correction, retracted(correction))).expect(201);
    }

    @Test
    void an_amendment_that_names_a_later_fact_or_none_or_itself_is_refused() {
        refused(list(retracted(fact), fact), "/0/fact");
        refused(list(event("x"), corrected(fact, fact)), "/1/fact");
        ObjectNode itself = retracted(fact);
        refused(itself.put("fact", id(itself)), "/fact");
        assertThat(LogReading.facts(timeline)).isEmpty();
    }

    @Test
    void a_fact_of_another_timeline_is_unknown() {
        append(Client.timeline(), fact).expect(201);
        refused(retracted(fact), "/fact");
    }

    @Test
    void a_fact_of_a_request_that_was_refused_is_unknown() {
        append(timeline, list(fact, event("x").put("date", "soon"))).expect(422);
        refused(retracted(fact), "/fact");
    }

    @Test
    void a_correction_keeps_the_type() {
        append(timeline, fact).expect(201);
        refused(corrected(fact, named("malenkov", "Georgy Malenkov")), "/with/type");
        refused(corrected(fact, retracted(fact)), "/with/type");
    }

    @Test
    void a_correction_names_the_plain_fact_and_no_amendment() {
        ObjectNode correction = corrected(fact, assumed("premier", "malenkov", "1953-03-06"));
        ObjectNode retraction = retracted(fact);
        append(timeline, list(fact, correction, retraction)).expect(201);
        refused(corrected(correction, fact), "/fact");
        refused(corrected(retraction, fact), "/fact");
    }

    @Test
    void the_new_content_has_no_id() {
        append(timeline, fact).expect(201);
        ObjectNode correction = corrected(fact, fact);
        ((ObjectNode) correction.get("with")).put("id", id(fact)).put("position", 1);
        refused(correction, "/with/id", "/with/position");
    }

    @Test
    void all_wrong_references_of_a_request_are_told() {
        refused(list(retracted(event("a")), fact, retracted(event("b"))), "/0/fact", "/2/fact");
    }

    @Test
    void a_fact_is_read_with_all_that_was_said_of_it() {
        ObjectNode first = corrected(fact, assumed("premier", "malenkov", "1953-03-06"));
        ObjectNode second = corrected(fact, assumed("premier", "malenkov", "1953-03-07"));
        ObjectNode undone = retracted(second);
        append(timeline, list(fact, first, second, undone)).expect(201);
        JsonNode found = lookUp(fact);
        assertThat(id(found.get("fact"))).isEqualTo(id(fact));
        assertThat(found.get("fact").get("date").textValue()).isEqualTo("1953-03-05");
        assertThat(found.get("inEffect").booleanValue()).isTrue();
        assertThat(found.get("corrections").findValuesAsText("id"))
                .containsExactly(id(first), id(second));
        assertThat(found.get("corrections").get(0).get("inEffect").booleanValue()).isTrue();
        assertThat(found.get("corrections").get(1).get("inEffect").booleanValue()).isFalse();
        assertThat(found.get("retractions")).isEmpty();
        assertThat(lookUp(second).get("inEffect").booleanValue()).isFalse();
        assertThat(lookUp(second).get("retractions").get(0).get("id").textValue())
                .isEqualTo(id(undone));
    }

    @Test
    void retracting_a_retraction_restores_the_fact() {
        ObjectNode retraction = retracted(fact);
        ObjectNode undo = retracted(retraction);
        append(timeline, list(fact, retraction, undo)).expect(201);
        List<Boolean> inEffect =
                List.of(2L, 3L).stream()
                        .map(known -> Client.ask(timeline, "facts/" + id(fact) + "?known=" + known))
                        .map(found -> found.get("inEffect").booleanValue())
                        .toList();
        assertThat(inEffect).containsExactly(false, true);
        assertThat(lookUp(retraction).get("inEffect").booleanValue()).isFalse();
        append(timeline, retracted(undo)).expect(201);
        assertThat(lookUp(fact).get("inEffect").booleanValue()).isFalse();
    }

    @Test
    void a_retracted_fact_may_still_be_corrected_and_retracted() {
        ObjectNode retraction = retracted(fact);
        append(timeline, list(fact, retraction)).expect(201);
        ObjectNode correction = corrected(fact, assumed("premier", "beria", "1953"));
        append(timeline, list(correction, retracted(fact))).expect(201);
        assertThat(lookUp(fact).get("inEffect").booleanValue()).isFalse();
        assertThat(lookUp(fact).get("retractions")).hasSize(2);
    }
}
