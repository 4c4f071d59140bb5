package dev.annals.formats.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Subject;
import dev.annals.json.FactReader;
import dev.annals.json.FactWriter;
import dev.annals.json.Instants;
import dev.annals.json.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every fact of the log as a claim: who recorded it and when, what it was read in, and what became
 * of it. Its whole content is there as JSON, so that nothing is lost.
 */
final class GraphClaims {

    private GraphClaims() {}

    /**
     * The nodes that one fact makes: the claim, who recorded it, and for a retraction the act.
     *
     * @param json as it is read back
     */
    static Stream<String> of(String json) {
        RecordedFact fact = FactReader.recorded(json);
        String id = "facts/" + fact.id();
        String agent = "#recorder-" + encoded(fact.recordedBy());
        String claim =
                Node.of(id, node -> claim(node, fact, agent, json), "prov:Entity", "schema:Claim");
        String recorder =
                Node.of(agent, node -> node.text("schema:name", fact.recordedBy()), "prov:Agent");
        return fact.fact() instanceof Fact.FactRetracted retraction
                ? Stream.of(claim, recorder, act(id, retraction, fact, agent))
                : Stream.of(claim, recorder);
    }

    private static void claim(Node node, RecordedFact fact, String agent, String json)
            throws IOException {
        node.text("prov:generatedAtTime", Instants.text(fact.recordedAt()));
        node.text("prov:wasAttributedTo", agent);
        switch (fact.fact()) {
            case Fact.Plain plain -> about(node, plain);
            case Fact.FactCorrected correction -> {
                node.text("prov:wasRevisionOf", "facts/" + correction.fact());
                about(node, correction.with());
            }
            case Fact.FactRetracted retraction -> {
                node.text("schema:about", "facts/" + retraction.fact());
                node.text("schema:text", retraction.reason());
            }
        }
        node.text("schema:comment", fact.fact().provenance().note());
        node.sources(sources(fact.fact()));
        node.text("prov:value", json);
    }

    /** What a correction was read in is said by its new content as well. */
    private static JsonNode sources(Fact fact) {
        List<JsonNode> lists =
                Stream.of(fact, fact instanceof Fact.FactCorrected c ? c.with() : fact)
                        .distinct()
                        .map(f -> Json.parseOwn(FactWriter.sources(f.provenance())))
                        .toList();
        return Json.parseOwn(
                Json.write(
                        out -> {
                            out.writeStartArray();
                            for (JsonNode list : lists) {
                                for (JsonNode source : list) {
                                    out.writeRawValue(source.toString());
                                }
                            }
                            out.writeEndArray();
                        }));
    }

    private static void about(Node node, Fact.Plain fact) throws IOException {
        node.texts("schema:about", Mentions.of(fact).stream().map(GraphClaims::address).toList());
        if (fact instanceof Fact.Dated dated) {
            node.text("schema:temporalCoverage", dated.date().text());
        }
    }

    private static String address(Subject subject) {
        String kind =
                switch (subject.kind()) {
                    case OFFICE -> "offices/";
                    case PERSON -> "people/";
                    case PLACE -> "places/";
                };
        return kind + subject.slug();
    }

    /** In PROV-O an entity is invalidated by an activity, which no entity is. */
    private static String act(
            String id, Fact.FactRetracted retraction, RecordedFact fact, String agent) {
        return Node.of(
                id + "#act",
                node -> {
                    node.text("prov:endedAtTime", Instants.text(fact.recordedAt()));
                    node.text("prov:wasAssociatedWith", agent);
                    node.text("prov:used", id);
                    node.text("prov:invalidated", "facts/" + retraction.fact());
                },
                "prov:Activity");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
