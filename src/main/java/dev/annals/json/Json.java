package dev.annals.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.annals.domain.date.Day;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads JSON strictly: one value, no field twice, numbers as exact as they were written. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Json() {}

    /**
     * Parses what somebody sent. A byte order mark, which some editors write, is passed over (RFC
     * 8259, 8.1).
     *
     * @throws IOException if the bytes are not one JSON value in UTF-8; {@link #problem} says why
     */
    public static JsonNode parse(byte[] utf8) throws IOException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        JsonNode node =
                MAPPER.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        if (node.isMissingNode()) {
            throw new EOFException();
        }
        return node;
    }

    /** Why a text could not be parsed, in words that do not depend on the parser's innards. */
    public static String problem(IOException e) {
        return problem(
                "the body", e, at -> "line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    /** The same for a text that is one line of many. */
    public static String problemInLine(IOException e) {
        return problem("it", e, at -> "column " + at.getColumnNr());
    }

    private static String problem(
            String text, IOException e, Function<JsonLocation, String> place) {
        return switch (e) {
            case EOFException _ -> text + " is empty";
            case CharacterCodingException _ -> text + " is not UTF-8";
            case StreamConstraintsException _ ->
                    text + " nests too deep, or has a number or name too long";
            case MismatchedInputException _ -> "there is more after the JSON value";
            case JsonProcessingException json -> firstSentence(json) + where(json, place);
            default -> text + " cannot be read";
        };
    }

    private static String firstSentence(JsonProcessingException e) {
        return e.getOriginalMessage().split("[\n(]", 2)[0].strip();
    }

    private static String where(JsonProcessingException e, Function<JsonLocation, String> place) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " (" + place.apply(location) + ")";
    }

    /** An RFC 6901 pointer to a field of the object that {@code pointer} points to. */
    public static String pointer(String pointer, String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** Parses what this service itself wrote. */
    public static JsonNode parseOwn(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What writes one JSON value. */
    public interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    public static String write(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = MAPPER.createGenerator(text)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes a field whose value is JSON already. */
    public static void writeRaw(JsonGenerator out, String field, String json) throws IOException {
        out.writeFieldName(field);
        out.writeRawValue(json);
    }

    /**
     * Writes fields of an object that is JSON already, all or some, into the object being written.
     */
    public static void writeFieldsOf(JsonGenerator out, String object, String... only)
            throws IOException {
        List<String> wanted = List.of(only);
        for (Map.Entry<String, JsonNode> field : parseOwn(object).properties()) {
            if (wanted.isEmpty() || wanted.contains(field.getKey())) {
                out.writeFieldName(field.getKey());
                MAPPER.writeTree(out, field.getValue());
            }
        }
    }

    /** Writes a day, null for either end of time. */
    public static void writeDay(JsonGenerator out, String field, Day day) throws IOException {
        out.writeStringField(field, day.isBounded() ? day.toString() : null);
    }
}
