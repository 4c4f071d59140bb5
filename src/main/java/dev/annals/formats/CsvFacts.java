package dev.annals.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * Facts as CSV (RFC 4180): a column for every field that a fact can have, empty where it has none.
 * Texts stand as they are; numbers, booleans, lists and objects as JSON.
 */
public final class CsvFacts {

    public static final String MEDIA_TYPE = "text/csv";

    /** Tells spreadsheets that what follows is UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    static final List<String> COLUMNS =
            List.of(
                    "position",
                    "id",
                    "type",
                    "date",
                    "earliest",
                    "latest",
                    "office",
                    "person",
                    "place",
                    "title",
                    "name",
                    "to",
                    "from",
                    "organization",
                    "seats",
                    "acting",
                    "reason",
                    "manner",
                    "latitude",
                    "longitude",
                    "description",
                    "people",
                    "offices",
                    "sameAs",
                    "fact",
                    "with",
                    "sources",
                    "note",
                    "recordedAt",
                    "recordedBy",
                    "hash");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private CsvFacts() {}

    public static String header() {
        return line(COLUMNS.toArray());
    }

    /**
     * @param facts as they are read back, in JSON
     */
    public static String lines(List<String> facts) {
        StringBuilder lines = new StringBuilder();
        facts.forEach(fact -> lines.append(line(cells(Json.parseOwn(fact)))));
        return lines.toString();
    }

    private static Object[] cells(JsonNode fact) {
        return COLUMNS.stream().map(column -> cell(fact.get(column))).toArray();
    }

    private static String cell(JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static String line(Object[] cells) {
        StringBuilder line = new StringBuilder();
        try {
            FORMAT.printRecord(line, cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
