package dev.annals.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.DateSyntaxException;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Slug;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The fields of one JSON object, read by name and kind. What is missing, wrong or left unread
 * becomes a violation; a field with a violation reads as null or empty, so that reading goes on to
 * find the next one.
 */
final class Fields {

    static final int NAME_LENGTH = Texts.NAME_LENGTH;
    static final int TEXT_LENGTH = Texts.TEXT_LENGTH;

    private static final Recent<Slug> SLUGS = new Recent<>(Slug::new);
    private static final Recent<EdtfDate> DATES = new Recent<>(EdtfDate::parse);

    private final JsonNode object;
    private final String pointer;
    private final List<Violation> violations;
    private final Set<String> known = new HashSet<>();

    /**
     * @param pointer to the object, in the body as it was sent
     */
    Fields(JsonNode object, String pointer, List<Violation> violations) {
        this.object = object;
        this.pointer = pointer;
        this.violations = violations;
    }

    /** A text of at most 500 characters. */
    String name(String field) {
        return required(field, (node, at) -> text(node, at, NAME_LENGTH));
    }

    Optional<String> optionalName(String field) {
        return optional(field, (node, at) -> text(node, at, NAME_LENGTH));
    }

    /** A text of at most 20,000 characters. */
    String text(String field) {
        return required(field, (node, at) -> text(node, at, TEXT_LENGTH));
    }

    Optional<String> optionalText(String field) {
        return optional(field, (node, at) -> text(node, at, TEXT_LENGTH));
    }

    Slug slug(String field) {
        return required(field, this::slug);
    }

    Optional<Slug> optionalSlug(String field) {
        return optional(field, this::slug);
    }

    List<Slug> slugs(String field) {
        return list(field, this::slug);
    }

    Optional<String> uri(String field) {
        return optional(field, this::uri);
    }

    List<String> uris(String field) {
        return list(field, this::uri);
    }

    UUID uuid(String field) {
        return required(field, this::uuid);
    }

    Optional<UUID> optionalUuid(String field) {
        return optional(field, this::uuid);
    }

    EdtfDate date(String field) {
        return required(field, this::date);
    }

    Optional<Boolean> flag(String field) {
        return optional(
                field,
                (node, at) ->
                        node.isBoolean() ? node.booleanValue() : wrong(at, "true or false", node));
    }

    Optional<Integer> integer(String field, int least, int most) {
        return optional(field, (node, at) -> integer(node, at, least, most));
    }

    Optional<Double> degrees(String field, int most) {
        return optional(field, (node, at) -> degrees(node, at, most));
    }

    /** An object of its own, read by {@code reader} from its fields. */
    <T> T object(String field, BiFunction<JsonNode, String, T> reader) {
        return required(field, reader);
    }

    <T> List<T> list(String field, BiFunction<JsonNode, String, T> reader) {
        return optional(field, (node, at) -> elements(node, at, reader)).orElse(List.of());
    }

    /** Passes over fields that the server adds when a fact is read. */
    void ignore(Set<String> fields) {
        known.addAll(fields);
    }

    /** Passes over everything else: nothing says what belongs here. */
    void acceptOthers() {
        object.fieldNames().forEachRemaining(known::add);
    }

    /** Names every field that was not read. */
    void refuseOthers() {
        for (String field : (Iterable<String>) object::fieldNames) {
            if (!known.contains(field)) {
                violations.add(
                        new Violation(
                                at(field), "is not a field here; known are " + sorted(known)));
            }
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private <T> T required(String field, BiFunction<JsonNode, String, T> reader) {
        known.add(field);
        JsonNode node = object.get(field);
        if (node == null) {
            violations.add(new Violation(at(field), "is missing"));
            return null;
        }
        return reader.apply(node, at(field));
    }

    private <T> Optional<T> optional(String field, BiFunction<JsonNode, String, T> reader) {
        known.add(field);
        JsonNode node = object.get(field);
        return node == null ? Optional.empty() : Optional.ofNullable(reader.apply(node, at(field)));
    }

    private <T> List<T> elements(JsonNode node, String at, BiFunction<JsonNode, String, T> reader) {
        if (!node.isArray()) {
            return wrong(at, "a list", node);
        }
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            T element = reader.apply(node.get(i), at + "/" + i);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    private String text(JsonNode node, String at, int most) {
        return node.isTextual() ? checked(node.textValue(), at, most) : wrong(at, "a string", node);
    }

    private String checked(String text, String at, int most) {
        Optional<String> problem = Texts.problem(text, most);
        problem.ifPresent(p -> violations.add(new Violation(at, p)));
        return problem.isPresent() ? null : text;
    }

    private Slug slug(JsonNode node, String at) {
        if (!node.isTextual()) {
            return wrong(at, "a slug", node);
        }
        return parsed(at, () -> SLUGS.of(node.textValue()));
    }

    private String uri(JsonNode node, String at) {
        String text = text(node, at, TEXT_LENGTH);
        if (text != null && !Texts.isWebAddress(text)) {
            violations.add(new Violation(at, "expected an http or https URI"));
        }
        return text;
    }

    private UUID uuid(JsonNode node, String at) {
        if (!node.isTextual() || !Texts.isUuid(node.textValue())) {
            return wrong(at, "a UUID such as 01935f6e-7c1a-7b52-9f6e-0d2c4b1a9e00", node);
        }
        return UUID.fromString(node.textValue());
    }

    private EdtfDate date(JsonNode node, String at) {
        String text = text(node, at, TEXT_LENGTH);
        return text == null ? null : parsed(at, () -> DATES.of(text));
    }

    private <T> T parsed(String at, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (DateSyntaxException e) {
            violations.add(new Violation(at, "is not an EDTF date: " + e.getMessage()));
        } catch (IllegalArgumentException e) {
            violations.add(new Violation(at, e.getMessage()));
        }
        return null;
    }

    private Integer integer(JsonNode node, String at, int least, int most) {
        boolean fits =
                node.isNumber()
                        && node.canConvertToExactIntegral()
                        && node.canConvertToInt()
                        && node.intValue() >= least
                        && node.intValue() <= most;
        return fits ? node.intValue() : wrong(at, "an integer from " + least + " to " + most, node);
    }

    private Double degrees(JsonNode node, String at, int most) {
        boolean fits =
                node.isNumber()
                        && node.decimalValue().abs().compareTo(BigDecimal.valueOf(most)) <= 0;
        return fits
                ? node.doubleValue() + 0.0 // no negative zero
                : wrong(at, "degrees from -" + most + " to " + most, node);
    }

    private <T> T wrong(String at, String expected, JsonNode found) {
        violations.add(new Violation(at, "expected " + expected + ", found " + Texts.shown(found)));
        return null;
    }

    private String at(String field) {
        return Json.pointer(pointer, field);
    }
}
