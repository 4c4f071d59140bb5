package dev.annals.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** Facts as they are sent, and bodies made of them. */
public final class Facts {

    private Facts() {}

    /**
     * @param fields names and values by turns
     */
    public static ObjectNode fact(String type, String... fields) {
        ObjectNode fact = JsonNodeFactory.instance.objectNode();
        fact.put("id", UUID.randomUUID().toString()).put("type", type);
        for (int i = 0; i < fields.length; i += 2) {
            fact.put(fields[i], fields[i + 1]);
        }
        return fact;
    }

    public static ObjectNode assumed(String office, String person, String date) {
        return fact("OfficeAssumed", "office", office, "person", person, "date", date);
    }

    public static ObjectNode vacated(String office, String person, String date) {
        return fact("OfficeVacated", "office", office, "person", person, "date", date);
    }

    public static ObjectNode named(String person, String name) {
        return fact("PersonDescribed", "person", person, "name", name);
    }

    public static ObjectNode event(String title) {
        return fact("EventOccurred", "title", title, "date", "1953");
    }

    public static ObjectNode retracted(JsonNode fact) {
        return fact("FactRetracted", "fact", id(fact), "reason", "made up");
    }

    /**
     * @param with a fact; its id is left out
     */
    public static ObjectNode corrected(JsonNode fact, ObjectNode with) {
        ObjectNode correction = fact("FactCorrected", "fact", id(fact));
        return correction.set("with", with.deepCopy().without("id"));
    }

    public static String id(JsonNode fact) {
        return fact.get("id").textValue();
    }

    public static ArrayNode list(JsonNode... facts) {
        return JsonNodeFactory.instance.arrayNode().addAll(List.of(facts));
    }

    /**
     * @param condition as JSON
     */
    public static String conditional(JsonNode facts, String condition) {
        return "{\"facts\": %s, \"condition\": %s}".formatted(facts, condition);
    }
}
