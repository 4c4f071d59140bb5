package dev.annals.exports;

import static dev.annals.exports.Exported.FLAGSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.RdfDataset;
import com.apicatalog.rdf.RdfTriple;
import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reader of JSON-LD finds in the graph what is in the log, and fetches nothing for it. */
@QuarkusTest
@RunningService
class GraphExportTest {

    private static final String SCHEMA = "https://schema.org/";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    /** All triples; there is one graph. */
    private static List<RdfTriple> triples(byte[] file) {
        JsonLdOptions options = new JsonLdOptions();
        options.setDocumentLoader(
                (url, _) -> {
                    throw new JsonLdError(
                            JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "fetches " + url);
                });
        try {
            JsonDocument document = JsonDocument.of(new ByteArrayInputStream(file));
            RdfDataset dataset = JsonLd.toRdf(document).options(options).get();
            assertThat(dataset.getGraphNames()).isEmpty();
            return dataset.getDefaultGraph().toList();
        } catch (JsonLdError e) {
            throw new AssertionError(e);
        }
    }

    private static List<RdfTriple> triples(String timeline, String known) {
        byte[] file = Exported.file(timeline, "graph.jsonld" + known).bytes();
        List<RdfTriple> triples = triples(file);
        assertThat(triples).hasSize(new PlainTriples(file).count());
        return triples;
    }

    private static Stream<RdfTriple> with(List<RdfTriple> triples, String property) {
        return triples.stream().filter(t -> t.getPredicate().getValue().equals(property));
    }

    private static long typed(List<RdfTriple> triples, String type) {
        return with(triples, TYPE).filter(t -> t.getObject().getValue().equals(type)).count();
    }

    private static String address(String timeline, String path) {
        return Client.uri("/timelines/" + timeline + "/" + path).toString();
    }

    @Test
    void the_flagships_entities_spans_and_events_are_in_the_graph() {
        List<RdfTriple> triples = triples(FLAGSHIP, "");
        assertThat(typed(triples, SCHEMA + "Person"))
                .isEqualTo(Exported.slugs(FLAGSHIP, "people", "person").size());
        assertThat(typed(triples, SCHEMA + "Place"))
                .isEqualTo(Exported.slugs(FLAGSHIP, "places", "place").size());
        assertThat(typed(triples, SCHEMA + "Occupation"))
                .isEqualTo(Exported.slugs(FLAGSHIP, "offices", "office").size());
        assertThat(typed(triples, SCHEMA + "OrganizationRole"))
                .isEqualTo(Exported.tenures(FLAGSHIP).size());
        assertThat(with(triples, SCHEMA + "hasOccupation"))
                .hasSize(2 * Exported.tenures(FLAGSHIP).size());
        assertThat(typed(triples, SCHEMA + "Role"))
                .isEqualTo(
                        Exported.restingPlaces(FLAGSHIP).size() + Exported.names(FLAGSHIP).size());
        assertThat(typed(triples, SCHEMA + "Event"))
                .isEqualTo(
                        Exported.dated(FLAGSHIP).stream()
                                .filter(f -> f.get("type").asText().equals("EventOccurred"))
                                .count());
    }

    @Test
    void every_fact_of_the_flagship_is_a_claim_with_its_sources() {
        List<RdfTriple> triples = triples(FLAGSHIP, "");
        List<JsonNode> facts = LogReading.facts(FLAGSHIP);
        long sources =
                facts.stream()
                        .mapToLong(f -> f.path("sources").size() + f.at("/with/sources").size())
                        .sum();
        assertThat(typed(triples, SCHEMA + "Claim")).isEqualTo(facts.size());
        assertThat(with(triples, PROV + "generatedAtTime")).hasSize(facts.size());
        assertThat(with(triples, PROV + "wasAttributedTo")).hasSize(facts.size());
        assertThat(with(triples, PROV + "hadPrimarySource").count()).isEqualTo(sources);
        assertThat(with(triples, PROV + "invalidated")).hasSize(7);
        assertThat(with(triples, PROV + "wasRevisionOf").map(t -> t.getObject().getValue()))
                .containsExactly(address(FLAGSHIP, "facts/" + Exported.removal()));
        assertThat(
                        with(triples, PROV + "value")
                                .map(t -> LogReading.parse(t.getObject().getValue())))
                .containsExactlyInAnyOrderElementsOf(facts);
    }

    @Test
    void dates_are_edtf_as_known_then() {
        String grave = address(FLAGSHIP, "facts/" + Exported.removal() + "#span");
        for (String known : List.of("635", "636")) {
            List<RdfTriple> begins =
                    with(triples(FLAGSHIP, "?known=" + known), SCHEMA + "startDate")
                            .filter(t -> t.getSubject().getValue().equals(grave))
                            .toList();
            assertThat(begins).hasSize(1);
            assertThat(begins.getFirst().getObject().getValue())
                    .isEqualTo(known.equals("635") ? "1961" : "1961-10-31");
            assertThat(begins.getFirst().getObject().asLiteral().getDatatype())
                    .isEqualTo("http://id.loc.gov/datatypes/edtf");
        }
    }

    @Test
    void hostile_texts_come_through_as_they_are() {
        String timeline = HostileHistory.timeline();
        List<RdfTriple> triples = triples(timeline, "");
        assertThat(with(triples, SCHEMA + "name").map(t -> t.getObject().getValue()))
                .contains(HostileHistory.MARKUP, HostileHistory.LINES, HostileHistory.LONG);
        assertThat(with(triples, SCHEMA + "birthDate").map(t -> t.getObject().getValue()))
                .containsExactly("Y-17000");
        assertThat(with(triples, SCHEMA + "sameAs").map(t -> t.getObject().getValue()))
                .containsExactlyInAnyOrder(
                        "https://www.wikidata.org/wiki/Q855", "http://x.example/a'b");
    }

    @Test
    void a_retraction_is_an_act_that_ends_a_claim() {
        String timeline = Client.timeline();
        JsonNode event = Facts.event("x");
        JsonNode retraction = Facts.retracted(event);
        JsonNode restored = Facts.retracted(retraction);
        Client.append(timeline, Facts.list(event, retraction, restored)).expect(201);
        List<RdfTriple> triples = triples(timeline, "");
        assertThat(with(triples, PROV + "invalidated").map(t -> t.getObject().getValue()))
                .containsExactlyInAnyOrder(
                        address(timeline, "facts/" + Facts.id(event)),
                        address(timeline, "facts/" + Facts.id(retraction)));
        assertThat(typed(triples, SCHEMA + "Event")).isEqualTo(1);
        assertThat(typed(triples(timeline, "?known=2"), SCHEMA + "Event")).isZero();
    }

    @Test
    void an_empty_timeline_says_only_what_it_is() {
        List<RdfTriple> triples = triples(Client.timeline(), "");
        assertThat(triples).hasSize(5);
        assertThat(typed(triples, SCHEMA + "Dataset")).isEqualTo(1);
    }
}
