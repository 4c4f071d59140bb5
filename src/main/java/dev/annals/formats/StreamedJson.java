package dev.annals.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.json.Json;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A large JSON document, read from left to right as strictly as {@link Json} does; pieces of it
 * become trees. What is no JSON is an {@link UnreadableFileException} that says where.
 */
public final class StreamedJson implements Closeable {

    /**
     * How many values, nested ones included, a piece may hold, a long text counting once for each
     * hundred characters: some 20 MB of memory.
     */
    public static final int MOST_VALUES = 200_000;

    /** What is wrong with a piece that is not whole. */
    public static final String TOO_MUCH = "holds more than " + MOST_VALUES + " values";

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private int room;

    private StreamedJson(JsonParser parser) {
        this.parser = parser;
    }

    public static StreamedJson open(Path document) throws IOException {
        return new StreamedJson(FACTORY.createParser(Files.newInputStream(document)));
    }

    /**
     * A part of the document.
     *
     * @param value of an object the fields wanted, of a list nothing
     * @param passedOver the names of the other fields that hold something
     * @param isWhole false if it held too much, so that something is missing
     */
    public record Piece(JsonNode value, Set<String> passedOver, boolean isWhole) {}

    /** Goes on to the next token; null at the end. */
    public JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException | CharConversionException e) {
            throw unreadable(Json.problem(e));
        }
    }

    /** The first token, which must be there. */
    public JsonToken first() throws IOException {
        JsonToken first = next();
        if (first == null) {
            throw unreadable(Json.problem(new EOFException()));
        }
        return first;
    }

    /** Makes sure that nothing follows. */
    public void end() throws IOException {
        if (next() != null) {
            throw unreadable("there is more after the JSON value");
        }
    }

    /** The name of the field or the text of the value here. */
    public String text() throws IOException {
        return parser.getText();
    }

    /** Whether this token begins a list. */
    public boolean isAtListStart() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** The line of this token, 1 for the first. */
    public long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Where this token begins, in bytes or characters, by the encoding. */
    public long offset() {
        JsonLocation location = parser.currentTokenLocation();
        return Math.max(location.getByteOffset(), location.getCharOffset());
    }

    public UnreadableFileException unreadable(String message) {
        return new UnreadableFileException(
                FactFile.Place.ofLine(Math.max(1, parser.currentLocation().getLineNr())), message);
    }

    /**
     * Passes over the value here.
     *
     * @return whether it holds something: not if it is null, or an empty text, list or object
     */
    public boolean passOver() throws IOException {
        JsonToken here = parser.currentToken();
        if (!here.isStructStart()) {
            return here != JsonToken.VALUE_NULL
                    && !(here == JsonToken.VALUE_STRING && parser.getText().isEmpty());
        }
        boolean any = false;
        for (int depth = 1; depth > 0; ) {
            JsonToken token = next();
            any |= !token.isStructEnd();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return any;
    }

    /** The value here, as a tree. */
    public Piece piece(Set<String> wanted) throws IOException {
        room = MOST_VALUES;
        Set<String> others = new HashSet<>();
        ObjectNode fields = NODES.objectNode();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            boolean list = parser.currentToken() == JsonToken.START_ARRAY;
            JsonNode value = list ? NODES.arrayNode() : scalar();
            passOver();
            return new Piece(value, others, true);
        }
        while (next() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            next();
            if (wanted.contains(name)) {
                JsonNode value = tree();
                if (room > 0) {
                    fields.set(name, value);
                }
            } else if (passOver()) {
                others.add(name);
            }
        }
        return new Piece(fields, others, room > 0);
    }

    /** The value here with all that is in it, as far as there is room. */
    private JsonNode tree() throws IOException {
        room--;
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                while (next() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    next();
                    JsonNode value = tree();
                    if (room > 0) {
                        object.set(name, value);
                    }
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode list = NODES.arrayNode();
                while (next() != JsonToken.END_ARRAY) {
                    JsonNode value = tree();
                    if (room > 0) {
                        list.add(value);
                    }
                }
                yield list;
            }
            default -> scalar();
        };
    }

    private JsonNode scalar() throws IOException {
        try {
            return switch (parser.currentToken()) {
                case VALUE_STRING -> {
                    String text = parser.getText();
                    room -= text.length() / 100;
                    yield NODES.textNode(text);
                }
                case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
                case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
                case VALUE_TRUE -> NODES.booleanNode(true);
                case VALUE_FALSE -> NODES.booleanNode(false);
                default -> NODES.nullNode();
            };
        } catch (JsonProcessingException e) {
            throw unreadable(Json.problem(e));
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
