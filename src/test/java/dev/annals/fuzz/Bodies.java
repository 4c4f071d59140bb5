package dev.annals.fuzz;

import static dev.annals.fuzz.Hostile.any;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes bodies that were valid once: values exchanged, fields added, bytes turned. */
final class Bodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Stands for JSON that no tree can hold, in quotes. */
    private static final String RAW = "@raw-";

    private static final List<String> RAWS =
            List.of(
                    "1e400",
                    "-1e400",
                    "1e-400",
                    "1E999999999",
                    "9".repeat(400),
                    "0." + "3".repeat(400),
                    "9".repeat(1_200),
                    "-0",
                    "-0.0",
                    "1.0",
                    "90.0000000000000000000001",
                    "91",
                    "-181",
                    "2147483648",
                    "9223372036854775808",
                    "1e2",
                    "NaN",
                    "01",
                    "+1",
                    "0x1",
                    "'a'",
                    "undefined",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "\"a\\u0000b\"",
                    "\"\\x\"",
                    "\"\u0001\"",
                    "\"\u0000\"",
                    "[".repeat(900) + "]".repeat(900),
                    "[".repeat(100_000),
                    "{\"a\":".repeat(100_000),
                    "{\"type\":1,\"type\":2}",
                    "/**/1",
                    "\"" + "a".repeat(501) + "\"",
                    "\"" + "€".repeat(20_001) + "\"",
                    "\"" + "a".repeat(100_000) + "\"",
                    "[" + "1,".repeat(20_000) + "1]",
                    "[" + "{},".repeat(11_000) + "{}]");

    private static final List<String> NAMES =
            List.of(
                    "",
                    " ",
                    "a/b~c~0",
                    "__proto__",
                    "constructor",
                    "Type",
                    "id ",
                    "position",
                    "recordedAt",
                    "hash",
                    "earliest",
                    "with",
                    "fact",
                    "condition",
                    "\uD83D\uDE80",
                    "\u0000",
                    "\u202E",
                    "$ref",
                    "@type",
                    "facts",
                    "x".repeat(10_000));

    /** What is wrong in most fields, or just beyond what is right. */
    private static final List<String> BEYOND =
            List.of(
                    "\"\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "null",
                    "-1",
                    "1e400",
                    "91.5",
                    "[{}]",
                    "{}",
                    "true",
                    "\"" + "a".repeat(501) + "\"",
                    "\"" + "\u20ac".repeat(20_001) + "\"");

    private final Random random;

    Bodies(long seed) {
        this.random = new Random(seed);
    }

    /**
     * @param valid facts to begin with
     */
    byte[] make(List<ObjectNode> valid) {
        JsonNode body = shaped(valid);
        for (int i = random.nextInt(4); i > 0; i--) {
            body = mutated(body);
        }
        byte[] bytes = raw(body.toString()).getBytes(StandardCharsets.UTF_8);
        return random.nextInt(3) == 0 ? garbled(bytes) : bytes;
    }

    /** Each fact with each of its fields, one after the other, made each thing that is beyond. */
    static List<String> beyond(List<ObjectNode> valid) {
        List<String> bodies = new ArrayList<>();
        for (ObjectNode fact : valid) {
            List<String> names = new ArrayList<>(List.of("note", "unknown"));
            fact.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                for (String value : BEYOND) {
                    ObjectNode changed = fact.deepCopy().put("id", UUID.randomUUID().toString());
                    String json = changed.put(name, RAW).toString();
                    bodies.add(json.replace("\"" + RAW + "\"", value));
                }
            }
        }
        return bodies;
    }

    private JsonNode shaped(List<ObjectNode> valid) {
        ArrayNode list = JSON.arrayNode();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            ObjectNode fact = any(valid, random).deepCopy();
            switch (random.nextInt(4)) {
                case 0 -> {} // sent before, with the id it had
                case 1 -> fact.remove("id");
                default -> fact.put("id", id());
            }
            list.add(fact);
        }
        ObjectNode envelope = JSON.objectNode().set("facts", list);
        ObjectNode condition = envelope.objectNode().put("after", random.nextInt(60));
        if (random.nextBoolean()) {
            condition.putArray("subjects").add("office/o-1").add("person/p-1");
        }
        return switch (random.nextInt(4)) {
            case 0 -> list.get(0);
            case 1 -> envelope;
            case 2 -> envelope.set("condition", condition);
            default -> list;
        };
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private JsonNode mutated(JsonNode body) {
        List<JsonNode> containers = new ArrayList<>();
        collect(body, containers);
        if (containers.isEmpty() || random.nextInt(20) == 0) {
            return value();
        }
        switch (any(containers, random)) {
            case ObjectNode object -> mutate(object);
            case ArrayNode list -> mutate(list);
            default -> throw new IllegalStateException("no container");
        }
        return body;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void mutate(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name =
                names.isEmpty() || random.nextInt(5) == 0 ? any(NAMES, random) : any(names, random);
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(any(NAMES, random), object.path(name).deepCopy());
            default -> object.set(name, value());
        }
    }

    private void mutate(ArrayNode list) {
        int index = list.isEmpty() ? 0 : random.nextInt(list.size());
        switch (random.nextInt(5)) {
            case 0 -> list.remove(index);
            case 1 -> list.add(value());
            case 2 -> {
                for (int i = random.nextInt(50); i > 0 && !list.isEmpty(); i--) {
                    list.add(list.get(index).deepCopy());
                }
            }
            default -> {
                if (!list.isEmpty()) {
                    list.set(index, value());
                }
            }
        }
    }

    /** Any value that somebody might put where it does not belong, or may well belong. */
    private JsonNode value() {
        return switch (random.nextInt(12)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt(2_000) - 100);
            case 3 -> JSON.numberNode(random.nextGaussian() * 100);
            case 4 -> JSON.arrayNode();
            case 5 -> JSON.objectNode();
            case 6 -> JSON.arrayNode().add(JSON.arrayNode().add(any(NAMES, random)));
            case 7 -> JSON.textNode(any(Hostile.DATES, random));
            case 8, 9 -> JSON.textNode(any(Hostile.TEXTS, random));
            default -> JSON.textNode(RAW + random.nextInt(RAWS.size()) + "@");
        };
    }

    private static String raw(String json) {
        for (int i = 0; i < RAWS.size(); i++) {
            json = json.replace("\"" + RAW + i + "@\"", RAWS.get(i));
        }
        return json;
    }

    private byte[] garbled(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int to = at + random.nextInt(Math.min(20, bytes.length - at));
        byte[] head = Arrays.copyOfRange(bytes, 0, at);
        return switch (random.nextInt(9)) {
            case 0 -> head;
            case 1 -> joined(head, Arrays.copyOfRange(bytes, to, bytes.length));
            case 2 -> joined(head, noise(), Arrays.copyOfRange(bytes, at, bytes.length));
            case 3 -> joined(bytes, noise());
            case 4 -> joined(bytes, Wire.bytes("\n"), bytes);
            case 5 -> joined(Wire.bytes("\u00ef\u00bb\u00bf"), bytes);
            case 6 -> text(bytes).getBytes(StandardCharsets.UTF_16);
            case 7 -> text(bytes).getBytes(Charset.forName("UTF-32LE"));
            default -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
        };
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(4)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
