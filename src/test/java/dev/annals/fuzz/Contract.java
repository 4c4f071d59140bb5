package dev.annals.fuzz;

import static dev.annals.fuzz.Judge.require;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.EdtfDate;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a fact may be, as section 2 of the contract has it, written down once more in the plainest
 * way: field by field, {@code !} for those that must be there.
 */
final class Contract {

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("PersonDescribed", "person! name! description sameAs"),
                    Map.entry(
                            "OfficeDescribed",
                            "office! title! organization place seats description sameAs"),
                    Map.entry(
                            "PlaceDescribed", "place! name! latitude longitude description sameAs"),
                    Map.entry("PersonBorn", "person! date! place"),
                    Map.entry("PersonDied", "person! date! place"),
                    Map.entry("OfficeEstablished", "office! date!"),
                    Map.entry("OfficeAbolished", "office! date!"),
                    Map.entry("OfficeAssumed", "office! person! date! acting"),
                    Map.entry("OfficeVacated", "office! person! date! reason"),
                    Map.entry("BodyRelocated", "person! to! from date! manner"),
                    Map.entry("PlaceRenamed", "place! to! from date!"),
                    Map.entry("EventOccurred", "title! date! description place people offices"),
                    Map.entry("FactCorrected", "fact! with!"),
                    Map.entry("FactRetracted", "fact! reason!"));

    private static final Predicate<JsonNode> SLUG =
            v ->
                    v.isTextual()
                            && v.textValue().matches("[a-z0-9]+(-[a-z0-9]+)*")
                            && length(v) <= 128;
    private static final Predicate<JsonNode> NAME = v -> isText(v, 500);
    private static final Predicate<JsonNode> TEXT = v -> isText(v, 20_000);
    private static final Predicate<JsonNode> URI =
            v -> isText(v, 20_000) && v.textValue().matches("(?i)https?://[^/].*");
    private static final Predicate<JsonNode> UUID =
            v ->
                    v.isTextual()
                            && v.textValue()
                                    .matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Predicate<JsonNode> DATE = v -> isText(v, 20_000) && isDate(v.textValue());

    private static final Map<String, Predicate<JsonNode>> FIELDS =
            Map.ofEntries(
                    Map.entry("id", UUID),
                    Map.entry("fact", UUID),
                    Map.entry("type", v -> TYPES.containsKey(v.asText())),
                    Map.entry("person", SLUG),
                    Map.entry("office", SLUG),
                    Map.entry("place", SLUG),
                    Map.entry("name", NAME),
                    Map.entry("title", NAME),
                    Map.entry("organization", NAME),
                    Map.entry("author", NAME),
                    Map.entry("description", TEXT),
                    Map.entry("reason", TEXT),
                    Map.entry("manner", TEXT),
                    Map.entry("note", TEXT),
                    Map.entry("quote", TEXT),
                    Map.entry("url", URI),
                    Map.entry("date", DATE),
                    Map.entry("acting", JsonNode::isBoolean),
                    Map.entry("seats", v -> isWhole(v) && isWithin(v, 0, Integer.MAX_VALUE)),
                    Map.entry("year", v -> isWhole(v) && isWithin(v, -999_999_999, 999_999_999)),
                    Map.entry("latitude", v -> isWithin(v, -90, 90)),
                    Map.entry("longitude", v -> isWithin(v, -180, 180)),
                    Map.entry("sameAs", list(URI)),
                    Map.entry("people", list(SLUG)),
                    Map.entry("offices", list(SLUG)),
                    Map.entry("sources", list(v -> isObject(v, "title! author year url quote"))),
                    Map.entry("with", v -> isFact(v, "type!")));

    private Contract() {}

    /** Throws if this fact should have been refused. */
    static void check(JsonNode fact) {
        require(isFact(fact, "type! id"), "should have been refused: " + fact);
    }

    private static boolean isFact(JsonNode fact, String common) {
        String own = TYPES.getOrDefault(fact.path("type").asText(), "?");
        return isObject(fact, common + " note sources " + own);
    }

    private static boolean isObject(JsonNode object, String fields) {
        Map<String, Boolean> known = new HashMap<>();
        for (String field : fields.split(" ")) {
            known.put(field.replace("!", ""), field.endsWith("!"));
        }
        boolean isComplete =
                known.entrySet().stream().allMatch(f -> !f.getValue() || object.has(f.getKey()));
        return object.isObject()
                && isComplete
                && object.properties().stream()
                        .allMatch(f -> known.containsKey(f.getKey()) && fits(object, f));
    }

    private static boolean fits(JsonNode object, Map.Entry<String, JsonNode> field) {
        boolean isSlug = object.path("type").asText().equals("BodyRelocated");
        Predicate<JsonNode> kind =
                switch (field.getKey()) {
                    case "to", "from" -> isSlug ? SLUG : NAME;
                    default -> FIELDS.get(field.getKey());
                };
        return kind.test(field.getValue());
    }

    private static Predicate<JsonNode> list(Predicate<JsonNode> element) {
        return list -> {
            boolean fits = list.isArray();
            for (JsonNode each : list) {
                fits &= element.test(each);
            }
            return fits;
        };
    }

    private static int length(JsonNode text) {
        return text.textValue().codePointCount(0, text.textValue().length());
    }

    private static boolean isText(JsonNode node, int most) {
        return node.isTextual()
                && length(node) >= 1
                && length(node) <= most
                && node.textValue()
                        .codePoints()
                        .noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
    }

    private static boolean isDate(String text) {
        try {
            return EdtfDate.parse(text) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isWhole(JsonNode node) {
        return node.isNumber() && node.canConvertToExactIntegral();
    }

    private static boolean isWithin(JsonNode node, long least, long most) {
        return node.isNumber()
                && node.decimalValue().compareTo(BigDecimal.valueOf(least)) >= 0
                && node.decimalValue().compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
