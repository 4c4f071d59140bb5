package dev.annals.formats.jsonld;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes a node of the graph: its properties, absent ones left out. */
final class Node {

    private final JsonGenerator out;

    private Node(JsonGenerator out) {
        this.out = out;
    }

    /** What a node says. */
    interface Writing {
        void to(Node node) throws IOException;
    }

    /**
     * @param id relative to the timeline's address
     */
    static String of(String id, Writing writing, String... types) {
        return Json.write(
                out -> {
                    out.writeStartObject();
                    out.writeStringField("@id", id);
                    write(out, writing, types);
                });
    }

    private static void write(JsonGenerator out, Writing writing, String... types)
            throws IOException {
        if (types.length > 0) {
            out.writeFieldName("@type");
            out.writeArray(types, 0, types.length);
        }
        writing.to(new Node(out));
        out.writeEndObject();
    }

    /** A node of its own, without an address. */
    void inner(String property, Writing writing, String... types) throws IOException {
        out.writeObjectFieldStart(property);
        write(out, writing, types);
    }

    void text(String property, String value) throws IOException {
        out.writeStringField(property, value);
    }

    void text(String property, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            text(property, value.get());
        }
    }

    void texts(String property, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            out.writeFieldName(property);
            out.writeArray(values.toArray(String[]::new), 0, values.size());
        }
    }

    void number(String property, JsonNode value) throws IOException {
        if (value.isNumber()) {
            out.writeFieldName(property);
            out.writeNumber(value.decimalValue());
        }
    }

    /** Whoever it is that points at this node by this property. */
    void pointedAt(String property, String from) throws IOException {
        out.writeObjectFieldStart("@reverse");
        out.writeObjectFieldStart(property);
        text("@id", from);
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Works that a claim was read in: nodes without addresses, since a work has none here. */
    void sources(JsonNode sources) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("prov:hadPrimarySource");
        for (JsonNode source : sources) {
            out.writeStartObject();
            write(out, node -> node.source(source), "prov:Entity", "schema:CreativeWork");
        }
        out.writeEndArray();
    }

    private void source(JsonNode source) throws IOException {
        text("schema:name", source.get("title").textValue());
        text("schema:author", given(source, "author"));
        if (source.has("year")) {
            text("schema:datePublished", source.get("year").asText());
        }
        text("schema:url", given(source, "url"));
        text("schema:text", given(source, "quote"));
    }

    static Optional<String> given(JsonNode object, String field) {
        return Optional.ofNullable(object.path(field).textValue());
    }

    static List<String> list(JsonNode texts) {
        return texts.valueStream().map(JsonNode::textValue).toList();
    }
}
