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
        List<String> unknown =
                names.stream()
                        .filter(name -> !name.isEmpty() && !CsvFacts.COLUMNS.contains(name))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new UnreadableFileException(
                    place,
                    "no columns of facts: \"%s\"; rename them or take them out; known are %s"
                            .formatted(String.join("\", \"", unknown), CsvFacts.COLUMNS));
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new UnreadableFileException(place, "has the column " + name + " twice");
            }
        }
    }

    /** The columns' names as facts have them, however they are capitalized. */
    static List<String> names(List<String> header) {
        return header.stream().map(String::strip).map(CsvColumns::name).toList();
    }

    private static String name(String written) {
        return CsvFacts.COLUMNS.stream()
                .filter(column -> column.equalsIgnoreCase(written))
                .findFirst()
                .orElse(written);
    }

    /**
     * A fact of the cells that have something in them.
     *
     * @throws IllegalArgumentException if a cell is no JSON where that is expected, or stands under
     *     no name
     */
    static ObjectNode fact(List<String> columns, List<String> cells) {
        ObjectNode fact = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            if (columns.get(i).isEmpty() && !cells.get(i).isBlank()) {
                throw new IllegalArgumentException(
                        "cell " + (i + 1) + " stands in a column without a name");
            }
            if (!columns.get(i).isEmpty() && !cells.get(i).isEmpty()) {
                fact.set(columns.get(i), value(columns.get(i), cells.get(i)));
            }
        }
        return fact;
    }

    private static JsonNode value(String column, String cell) {
        return switch (column) {
            case "seats", "latitude", "longitude" -> scalar(cell.strip());
            case "acting" -> scalar(cell.strip().toLowerCase(Locale.ROOT)); // as spreadsheets do
            case "id", "type", "date", "office", "person", "place", "fact" -> text(cell.strip());
            case "with" -> json(column, cell);
            case "people", "offices", "sameAs" ->
                    cell.startsWith("[") ? json(column, cell) : words(cell);
            case "sources" -> cell.startsWith("[") ? json(column, cell) : source(cell);
            default -> text(cell);
        };
    }

    private static JsonNode text(String cell) {
        return JsonNodeFactory.instance.textNode(cell);
    }

    /** A number or a truth; what is neither stays a text, which the fact's reader refuses. */
    private static JsonNode scalar(String cell) {
        try {
            return Json.parse(cell.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            return text(cell);
        }
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
