package dev.annals.formats.wikidata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.annals.formats.BrokenElementException;
import dev.annals.json.Texts;
import java.util.Optional;

/**
 * The cells of one row: in the standard's form, each an object with {@code type} and {@code value},
 * or in the short form of the query service's page, each the value itself.
 */
record Cells(JsonNode row) {

    private static final String UNKNOWN = "/.well-known/genid/";

    /** The value of a cell that is there and known. */
    Optional<String> known(String name) throws BrokenElementException {
        JsonNode cell = row.path(name);
        if (cell.isMissingNode() || cell.isNull() || isUnknown(name)) {
            return Optional.empty();
        }
        JsonNode value = cell.isObject() ? cell.path("value") : cell;
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw new BrokenElementException(
                    name + ": expected a value, found " + Texts.shown(cell));
        }
        return Optional.of(value.asText()).filter(text -> !text.isEmpty());
    }

    /** Whether Wikidata says that there is something, and that nobody knows what. */
    boolean isUnknown(String name) {
        JsonNode cell = row.path(name);
        String value = (cell.isObject() ? cell.path("value") : cell).asText("");
        return cell.path("type").asText("").equals("bnode")
                || value.contains(UNKNOWN)
                || value.startsWith("_:");
    }

    /** A value short enough for a message. */
    static String shown(String value) {
        return Texts.shown(TextNode.valueOf(value));
    }
}
