package dev.annals.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the cells of a fact's columns mean. */
final class CsvColumns {

    private static final int LONGEST_HEADER_CHARS = 8_192;

    private CsvColumns() {}

    /** What separates the names of the first row: the first of comma, semicolon and tab in it. */
    static char delimiter(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER_CHARS);
        char found = ',';
        for (int i = 0, c = text.read(); i < LONGEST_HEADER_CHARS - 1 && c >= 0 && c != '\n'; i++) {
            if (c == ',' || c == ';' || c == '\t') {
                found = (char) c;
                break;
            }
            c = text.read();
        }
        text.reset();
        return found;
    }

    static void check(List<String> names, FactFile.Place place) throws UnreadableFileException {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!CsvFacts.COLUMNS.contains(name)) {
                throw new UnreadableFileException(
                        place,
                        "\"%s\" is no column of facts; known are %s"
                                .formatted(name, CsvFacts.COLUMNS));
            }
            if (!seen.add(name)) {
                throw new UnreadableFileException(place, "has the column " + name + " twice");
            }
        }
    }

    /**
     * A fact of the cells that have something in them.
     *
     * @throws IllegalArgumentException if a cell is no JSON where that is expected
     */
    static ObjectNode fact(List<String> columns, List<String> cells) {
        ObjectNode fact = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                fact.set(columns.get(i), value(columns.get(i), cells.get(i)));
            }
        }
        return fact;
    }

    private static JsonNode value(String column, String cell) {
        return switch (column) {
            case "seats", "latitude", "longitude", "with" -> json(column, cell);
            case "acting" ->
                    json(column, cell.toLowerCase(Locale.ROOT)); // as spreadsheets write it
            case "people", "offices", "sameAs" ->
                    cell.startsWith("[") ? json(column, cell) : words(cell);
            case "sources" -> cell.startsWith("[") ? json(column, cell) : source(cell);
            default -> JsonNodeFactory.instance.textNode(cell);
        };
    }

    private static JsonNode json(String column, String cell) {
        try {
            return Json.parse(cell.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "/" + column + " is not JSON: " + Json.problemInLine(e));
        }
    }

    /** A list as people write it: separated by semicolons. */
    private static JsonNode words(String cell) {
        ArrayNode words = JsonNodeFactory.instance.arrayNode();
        for (String word : cell.split(";")) {
            words.add(word.strip());
        }
        return words;
    }

    /** A source as people write it: its title. */
    private static JsonNode source(String cell) {
        ArrayNode sources = JsonNodeFactory.instance.arrayNode();
        sources.addObject().put("title", cell);
        return sources;
    }
}
