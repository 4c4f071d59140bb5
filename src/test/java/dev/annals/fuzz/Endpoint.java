package dev.annals.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A path of the API document.
 *
 * @param parameters of the query, of any of its methods
 * @param headers that any of its methods takes
 */
record Endpoint(String path, List<String> parameters, List<String> headers) {

    /** All paths of the document that the service serves, and some that it does not know. */
    static List<Endpoint> all() {
        try (InputStream in = Endpoint.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            JsonNode document = new YAMLMapper().readTree(in);
            List<Endpoint> endpoints = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                endpoints.add(of(path.getKey(), path.getValue(), document));
            }
            for (String other : List.of("/", "/nope", "/q/openapi", "/q/health/ready", "/q/nope")) {
                endpoints.add(new Endpoint(other, List.of("format"), List.of()));
            }
            return endpoints;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Endpoint of(String path, JsonNode item, JsonNode document) {
        List<String> query = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (JsonNode list : item.findValues("parameters")) {
            for (JsonNode parameter : list) {
                JsonNode resolved =
                        parameter.has("$ref")
                                ? document.at(parameter.get("$ref").textValue().substring(1))
                                : parameter;
                switch (resolved.path("in").asText()) {
                    case "query" -> query.add(resolved.get("name").textValue());
                    case "header" -> headers.add(resolved.get("name").textValue());
                    default -> {} // in the path
                }
            }
        }
        return new Endpoint(path, List.copyOf(query), List.copyOf(headers));
    }
}
