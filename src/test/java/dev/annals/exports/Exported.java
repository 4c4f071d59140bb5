package dev.annals.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.LogReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exports over HTTP, and what else the service says of the same timeline. */
final class Exported {

    static final String FLAGSHIP = "soviet-union-1953-1964";

    private Exported() {}

    static Answer file(String timeline, String name) {
        return Client.get("/timelines/" + timeline + "/exports/" + name).expect(200);
    }

    static Answer file(String timeline, String name, long known) {
        return file(timeline, name + "?known=" + known);
    }

    /** All slugs of a list of the catalogue: {@code offices}, {@code people} or {@code places}. */
    static List<String> slugs(String timeline, String list, String kind) {
        List<String> slugs = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Client.ask(timeline, list + "?limit=1000" + after);
            page.get(list).forEach(entity -> slugs.add(entity.get(kind).textValue()));
            after = page.get("next").isNull() ? null : "&after=" + page.get("next").textValue();
        } while (after != null);
        return slugs;
    }

    static List<JsonNode> tenures(String timeline) {
        return spans(timeline, "offices", "office", "tenures");
    }

    static List<JsonNode> restingPlaces(String timeline) {
        return spans(timeline, "people", "person", "restingPlaces");
    }

    static List<JsonNode> names(String timeline) {
        return spans(timeline, "places", "place", "names");
    }

    private static List<JsonNode> spans(String timeline, String list, String kind, String field) {
        List<JsonNode> spans = new ArrayList<>();
        for (String slug : slugs(timeline, list, kind)) {
            Client.ask(timeline, list + "/" + slug).get(field).forEach(spans::add);
        }
        return spans;
    }

    /**
     * The dated facts in effect by the plainest reading of the log, in which no amendment is itself
     * amended; a corrected one has the fields of its correction.
     */
    static List<JsonNode> dated(String timeline) {
        Map<String, JsonNode> facts = new LinkedHashMap<>();
        for (JsonNode fact : LogReading.facts(timeline)) {
            switch (fact.get("type").asText()) {
                case "FactRetracted" -> facts.remove(fact.get("fact").asText());
                case "FactCorrected" -> {
                    ObjectNode corrected = facts.get(fact.get("fact").asText()).deepCopy();
                    corrected.remove(List.of("earliest", "latest"));
                    corrected.setAll((ObjectNode) fact.get("with"));
                    facts.put(fact.get("fact").asText(), corrected);
                }
                default -> facts.put(fact.get("id").asText(), fact);
            }
        }
        return facts.values().stream().filter(fact -> fact.has("date")).toList();
    }

    /** The id of the fact that the flagship's last one corrects: Stalin's body leaves Lenin's. */
    static String removal() {
        return LogReading.facts(FLAGSHIP).getLast().get("fact").asText();
    }
}
