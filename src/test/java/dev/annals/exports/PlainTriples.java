package dev.annals.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts the statements of our graphs in the dumbest way: every value of every field is one, said
 * once or more often. Whatever a reader drops, or takes for something else, makes a difference.
 */
final class PlainTriples {

    private final Set<String> statements = new HashSet<>();
    private int blanks;

    PlainTriples(byte[] file) {
        try {
            new ObjectMapper().readTree(file).get("@graph").forEach(this::node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return statements.size();
    }

    private String node(JsonNode node) {
        String id = node.has("@id") ? node.get("@id").asText() : "_:" + blanks++;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            switch (field.getKey()) {
                case "@id" -> {}
                case "@reverse" ->
                        field.getValue()
                                .properties()
                                .forEach(
                                        reverse ->
                                                say(
                                                        node(reverse.getValue()),
                                                        reverse.getKey(),
                                                        id));
                default -> values(id, field.getKey(), field.getValue());
            }
        }
        return id;
    }

    private void values(String id, String property, JsonNode value) {
        if (value.isArray()) {
            value.forEach(each -> values(id, property, each));
        } else {
            say(id, property, value.isObject() ? node(value) : value.toString());
        }
    }

    private void say(String subject, String property, String object) {
        statements.add(subject + "\n" + property + "\n" + object);
    }
}
