package dev.annals.formats.wikidata;

import com.fasterxml.jackson.core.JsonToken;
import dev.annals.formats.FactFile;
import dev.annals.formats.StreamedJson;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a query's results, one after the other: {@code results.bindings} of SPARQL 1.1 Query
 * Results JSON, or a plain list of objects.
 */
final class Rows implements Closeable {

    private static final String EXPECTED =
            "expected SPARQL JSON results: an object with results.bindings, or a list of rows";

    /** The columns that facts are made of. */
    static final Set<String> COLUMNS =
            Set.of(
                    "item",
                    "itemLabel",
                    "start_date",
                    "start_precision",
                    "end_date",
                    "end_precision",
                    "nature");

    /**
     * @param piece the row's cells that facts are made of, and the names of the others
     */
    record Row(FactFile.Place at, StreamedJson.Piece piece) {}

    private final StreamedJson json;
    private String pointer = "";
    private boolean isInRows;
    private boolean isPlain;
    private long index;

    private Rows(StreamedJson json) {
        this.json = json;
    }

    static Rows of(Path document) throws IOException {
        Rows rows = new Rows(StreamedJson.open(document));
        try {
            rows.begin();
        } catch (IOException e) {
            rows.close();
            throw e;
        }
        return rows;
    }

    private void begin() throws IOException {
        JsonToken first = json.first();
        if (first == JsonToken.START_ARRAY) {
            isPlain = true;
            isInRows = true;
        } else if (first == JsonToken.START_OBJECT) {
            goTo("results", JsonToken.START_OBJECT);
            goTo("bindings", JsonToken.START_ARRAY);
            pointer = "/results/bindings";
            isInRows = true;
        } else {
            throw json.unreadable(EXPECTED);
        }
    }

    private void goTo(String field, JsonToken expected) throws IOException {
        while (json.next() == JsonToken.FIELD_NAME) {
            boolean found = json.text().equals(field);
            JsonToken value = json.next();
            if (found && value == expected) {
                return;
            }
            json.passOver();
        }
        throw json.unreadable(EXPECTED);
    }

    /** The next row; empty at the end of the document. */
    Optional<Row> next() throws IOException {
        if (!isInRows) {
            return Optional.empty();
        }
        if (json.next() == JsonToken.END_ARRAY) {
            isInRows = false;
            passEnd();
            return Optional.empty();
        }
        FactFile.Place at = new FactFile.Place(json.line(), Optional.of(pointer + "/" + index++));
        return Optional.of(new Row(at, json.piece(COLUMNS)));
    }

    /** What follows the rows, which must be JSON all the same. */
    private void passEnd() throws IOException {
        for (int depth = isPlain ? 0 : 2; depth > 0; ) {
            if (json.next() == JsonToken.END_OBJECT) {
                depth--;
            } else {
                json.next();
                json.passOver();
            }
        }
        json.end();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
