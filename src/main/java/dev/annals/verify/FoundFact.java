package dev.annals.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.json.FactHash;
import dev.annals.json.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A fact as it was found, well formed or not.
 *
 * @param place where it was found
 * @param json missing if it is no JSON
 * @param columns what the database has beside the JSON
 */
record FoundFact(String place, JsonNode json, Optional<Columns> columns) {

    static FoundFact of(String place, byte[] utf8, Optional<Columns> columns) {
        try {
            return new FoundFact(place, Json.parse(utf8), columns);
        } catch (IOException _) {
            return new FoundFact(place, MissingNode.getInstance(), columns);
        }
    }

    boolean isObject() {
        return json.isObject();
    }

    OptionalLong position() {
        JsonNode position = json.path("position");
        return position.isIntegralNumber() && position.canConvertToLong()
                ? OptionalLong.of(position.longValue())
                : OptionalLong.empty();
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }

    Optional<String> id() {
        return text("id");
    }

    /** Empty if it has none. */
    String hash() {
        return text("hash").orElse("");
    }

    /** The hash that it should have after another; empty if its JSON has no canonical form. */
    String hashAfter(String before) {
        try {
            return FactHash.of(before, (ObjectNode) json);
        } catch (IOException _) {
            return "";
        }
    }

    /** Whether its own hash is the one that it should have after another. */
    boolean follows(String before) {
        return isObject() && !hash().isEmpty() && hash().equals(hashAfter(before));
    }
}
