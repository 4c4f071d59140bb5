package dev.annals.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document that the service serves. */
public record ApiDocument(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    public static ApiDocument read() {
        try (InputStream in = ApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new ApiDocument(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code GET /timelines} and the like. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(operation.getKey().toUpperCase() + " " + path.getKey());
                }
            }
        }
        return operations;
    }

    JsonNode schema(String name) {
        return root.at("/components/schemas/" + name);
    }

    /** Every value of {@code $ref}, wherever it stands. */
    List<String> references() {
        return root.findValuesAsText("$ref");
    }

    boolean resolves(String reference) {
        return reference.startsWith("#/") && !root.at(reference.substring(1)).isMissingNode();
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
