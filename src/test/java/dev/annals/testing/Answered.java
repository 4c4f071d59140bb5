package dev.annals.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a timeline answers about its offices, people and places at its head.
 *
 * @param entities as the catalogue lists them
 * @param spans all tenures, resting places and names, each as a span that stands alone
 */
public record Answered(List<JsonNode> entities, List<JsonNode> spans) {

    public static Answered by(String timeline) {
        Answered all = new Answered(new ArrayList<>(), new ArrayList<>());
        all.read(timeline, "offices", "office", "tenures");
        all.read(timeline, "people", "person", "restingPlaces");
        all.read(timeline, "places", "place", "names");
        return all;
    }

    private void read(String timeline, String kinds, String kind, String spansOf) {
        JsonNode page = Client.ask(timeline, kinds + "?limit=1000");
        if (!page.get("next").isNull()) {
            throw new IllegalStateException("too many " + kinds + " for one page");
        }
        for (JsonNode entity : page.get(kinds)) {
            entities.add(entity);
            JsonNode whole = Client.ask(timeline, kinds + "/" + entity.get(kind).textValue());
            whole.get(spansOf).forEach(spans::add);
        }
    }

    /** What tells a span from others, labels aside. */
    public static String unlabelled(JsonNode span) {
        ObjectNode bare = span.deepCopy();
        bare.remove(List.of("title", "personName"));
        return span.get("kind").textValue().equals("placeName")
                ? bare.toString()
                : bare.without("name").toString();
    }
}
