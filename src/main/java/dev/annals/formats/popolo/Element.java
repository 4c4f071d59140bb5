package dev.annals.formats.popolo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.FactFile;
import dev.annals.json.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One element of a Popolo document. Null and the empty text are no values.
 *
 * @param others fields that hold something and were passed over
 * @param place tells it from every other element of the document, in each reading of it
 * @param isTopLevel whether it stands in the document's own list, not within another element
 * @param problem why it is no element at all
 */
record Element(
        Kind kind,
        ObjectNode fields,
        Set<String> others,
        FactFile.Place at,
        long place,
        boolean isTopLevel,
        Optional<String> problem) {

    boolean has(String field) {
        return !isNothing(fields.get(field));
    }

    private static boolean isNothing(JsonNode value) {
        return value == null
                || value.isNull()
                || value.isTextual() && value.textValue().isEmpty()
                || value.isContainerNode() && value.isEmpty();
    }

    /** A text of at most 500 characters. */
    Optional<String> name(String field) throws BrokenElementException {
        return text(field, Texts.NAME_LENGTH);
    }

    /** A text of at most 20,000 characters. */
    Optional<String> text(String field) throws BrokenElementException {
        return text(field, Texts.TEXT_LENGTH);
    }

    private Optional<String> text(String field, int most) throws BrokenElementException {
        if (!has(field)) {
            return Optional.empty();
        }
        JsonNode value = fields.get(field);
        if (!value.isTextual()) {
            throw wrong(field, "a string", value);
        }
        checked(field, value.textValue(), most);
        return Optional.of(value.textValue());
    }

    /** The text itself, if it may stand in a fact. */
    static String checked(String field, String text, int most) throws BrokenElementException {
        Optional<String> problem = Texts.problem(text, most);
        if (problem.isPresent()) {
            throw new BrokenElementException(field + ": " + problem.get());
        }
        return text;
    }

    /** A name of something within the document: at most 500 characters, or a number. */
    Optional<String> id(String field) throws BrokenElementException {
        JsonNode value = fields.get(field);
        if (!has(field)) {
            return Optional.empty();
        }
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw wrong(field, "a string", value);
        }
        return Optional.of(checked(field, value.asText(), Texts.NAME_LENGTH));
    }

    /** An id as far as it can be read. */
    Optional<String> reference(String field) {
        try {
            return id(field);
        } catch (BrokenElementException _) {
            return Optional.empty();
        }
    }

    /** A name as far as it may stand in a fact. */
    Optional<String> readableName(String field) {
        try {
            return name(field);
        } catch (BrokenElementException _) {
            return Optional.empty();
        }
    }

    /** What others name this by: who has no id is known by name or label. */
    Optional<String> key() {
        return Stream.of("id", "name", "label")
                .map(this::reference)
                .flatMap(Optional::stream)
                .findFirst();
    }

    PopoloDate date(String field) throws BrokenElementException {
        Optional<String> text = text(field);
        return text.isEmpty() ? PopoloDate.NONE : PopoloDate.read(field, text.get());
    }

    /** The elements of a list that are objects. */
    List<JsonNode> objects(String field) {
        List<JsonNode> objects = new ArrayList<>();
        fields.path(field).forEach(value -> objects.add(value));
        return objects.stream().filter(JsonNode::isObject).toList();
    }

    private static BrokenElementException wrong(String field, String expected, JsonNode found) {
        return new BrokenElementException(
                field + ": expected " + expected + ", found " + Texts.shown(found));
    }
}
