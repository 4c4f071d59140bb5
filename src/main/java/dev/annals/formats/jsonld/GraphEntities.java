package dev.annals.formats.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.json.Json;
import dev.annals.queries.EntityRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** People, places and offices as nodes. */
final class GraphEntities {

    private GraphEntities() {}

    static String of(EntityRow row) {
        JsonNode entity = Json.parseOwn(row.description());
        return switch (row.kind()) {
            case PERSON ->
                    Node.of("people/" + row.slug(), n -> person(n, row, entity), "schema:Person");
            case PLACE ->
                    Node.of("places/" + row.slug(), n -> place(n, row, entity), "schema:Place");
            case OFFICE ->
                    Node.of(
                            "offices/" + row.slug(),
                            n -> office(n, row, entity),
                            "schema:Occupation",
                            "org:Post");
        };
    }

    private static void person(Node node, EntityRow row, JsonNode person) throws IOException {
        common(node, row, person);
        List<String> facts = new ArrayList<>();
        for (String end : new String[] {"birth", "death"}) {
            JsonNode fact = person.get(end);
            if (fact.isObject()) {
                node.text("schema:" + end + "Date", fact.get("date").textValue());
                node.text(
                        "schema:" + end + "Place",
                        Node.given(fact, "place").map("places/"::concat));
                facts.add("facts/" + fact.at("/fact/id").textValue());
            }
        }
        node.texts("prov:wasDerivedFrom", facts);
    }

    private static void place(Node node, EntityRow row, JsonNode place) throws IOException {
        common(node, row, place);
        if (place.get("latitude").isNumber() || place.get("longitude").isNumber()) {
            node.inner(
                    "schema:geo",
                    geo -> {
                        geo.number("schema:latitude", place.get("latitude"));
                        geo.number("schema:longitude", place.get("longitude"));
                    },
                    "schema:GeoCoordinates");
        }
    }

    private static void office(Node node, EntityRow row, JsonNode office) throws IOException {
        common(node, row, office);
        Optional<String> organization = Node.given(office, "organization");
        if (organization.isPresent()) {
            node.inner(
                    "org:postIn",
                    n -> n.text("schema:name", organization.get()),
                    "schema:Organization");
        }
        node.text("schema:location", Node.given(office, "place").map("places/"::concat));
    }

    private static void common(Node node, EntityRow row, JsonNode entity) throws IOException {
        node.text("schema:name", row.label());
        node.text("schema:description", Node.given(entity, "description"));
        node.texts("schema:sameAs", Node.list(entity.get("sameAs")));
    }
}
