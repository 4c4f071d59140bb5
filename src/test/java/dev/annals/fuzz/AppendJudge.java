package dev.annals.fuzz;

import static dev.annals.fuzz.Judge.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.fuzz.Heads.Head;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an append has done must be what was sent and what was said. */
final class AppendJudge {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private static final List<String> ADDED =
            List.of("position", "recordedAt", "recordedBy", "hash", "earliest", "latest");

    private static final Set<String> IDS = Set.of("id", "fact");

    private final byte[] sent;
    private final Heard heard;
    private final Head before;
    private final Head after;

    AppendJudge(byte[] sent, Heard heard, Head before, Head after) {
        this.sent = sent;
        this.heard = heard;
        this.before = before;
        this.after = after;
    }

    /** A refused append has changed nothing, and says of what was sent what was wrong. */
    void checkRefused() {
        require(after.equals(before), "a refused append changed the log");
        if (heard.status() == 422 || heard.json().path("type").asText().endsWith("id-reused")) {
            JsonNode body = parsed();
            for (JsonNode violation : heard.json().get("violations")) {
                checkPointer(body, violation);
            }
        }
    }

    private static void checkPointer(JsonNode body, JsonNode violation) {
        String pointer = violation.path("pointer").textValue();
        String message = violation.path("message").asText();
        boolean isMissing = message.startsWith("is missing");
        String resolvable = isMissing ? pointer.substring(0, pointer.lastIndexOf('/')) : pointer;
        JsonNode named = body.at(resolvable);
        require(!named.isMissingNode(), "a pointer to nowhere: " + violation);
        require(
                !isMissing || named.isObject() && body.at(pointer).isMissingNode(),
                "is there: " + violation);
        require(!message.isBlank(), "no message: " + violation);
    }

    private JsonNode parsed() {
        try {
            return JSON.readTree(
                    UTF_8.newDecoder()
                            .decode(ByteBuffer.wrap(sent))
                            .toString()
                            .replaceFirst("^\uFEFF", ""));
        } catch (IOException e) {
            throw new AssertionError("what is not JSON was taken for it: " + e.getMessage());
        }
    }

    /**
     * An append that was accepted has added what it says.
     *
     * @param added facts behind the former head, as they are read back
     */
    void checkAccepted(List<JsonNode> added) {
        JsonNode receipt = heard.json();
        List<JsonNode> facts = facts(parsed());
        require(receipt.path("head").longValue() == after.position(), "another head");
        require(after.position() - before.position() == added.size(), "another number of facts");
        require((heard.status() == 201) != added.isEmpty(), "201 if and only if something is new");
        require(receipt.path("facts").size() == facts.size(), "a receipt for each fact");
        facts.forEach(Contract::check);
        List<JsonNode> readBack = new ArrayList<>(added);
        for (int i = 0; i < facts.size(); i++) {
            JsonNode told = receipt.get("facts").get(i);
            long position = told.get("position").longValue();
            if (!readBack.isEmpty()
                    && readBack.getFirst().get("position").longValue() == position) {
                ObjectNode own = (ObjectNode) readBack.removeFirst().deepCopy();
                require(own.get("id").equals(told.get("id")), "another id in the receipt");
                own.remove(ADDED);
                if (!facts.get(i).has("id")) {
                    own.remove("id");
                }
                require(
                        normal("", own).equals(normal("", facts.get(i))),
                        "read back was " + own + "\nsent was " + facts.get(i));
            } else {
                require(position < after.position() + 1, "a receipt past the head");
            }
        }
        require(readBack.isEmpty(), "more was appended than receipts tell");
    }

    private static List<JsonNode> facts(JsonNode body) {
        List<JsonNode> facts = new ArrayList<>();
        JsonNode list = body.has("facts") ? body.get("facts") : body;
        if (list.isArray()) {
            list.forEach(facts::add);
        } else {
            facts.add(list);
        }
        return facts;
    }

    /** Numbers by value, ids in lower case, empty lists left out. */
    private static JsonNode normal(String name, JsonNode node) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        switch (node) {
            case ObjectNode object -> {
                ObjectNode normal = json.objectNode();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    if (!field.getValue().isArray() || !field.getValue().isEmpty()) {
                        normal.set(field.getKey(), normal(field.getKey(), field.getValue()));
                    }
                }
                return normal;
            }
            case ArrayNode list -> {
                ArrayNode normal = json.arrayNode();
                list.forEach(element -> normal.add(normal("", element)));
                return normal;
            }
            default -> {
                if (node.isNumber()) {
                    return json.numberNode(node.doubleValue() + 0.0);
                }
                return IDS.contains(name) && node.isTextual()
                        ? json.textNode(node.textValue().toLowerCase(Locale.ROOT))
                        : node;
            }
        }
    }
}
