package dev.annals.timelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.json.FactReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is wrong with the file before anybody asks what it means; nothing if all is well. */
final class ShapeFaults {

    private static final Map<String, String> KINDS =
            Map.of(
                    "office", "office", "offices", "office", "person", "person", "people", "person",
                    "place", "place");

    private ShapeFaults() {}

    static List<String> violations(Flagship file) {
        FactReader reader = FactReader.strict();
        for (int i = 0; i < file.lines().size(); i++) {
            reader.read(file.lines().get(i), "/" + i);
        }
        return reader.violations().stream().map(v -> v.pointer() + " " + v.message()).toList();
    }

    static List<String> idsNotUnique(Flagship file) {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ObjectNode line : file.lines()) {
            if (!ids.add(line.path("id").asText())) {
                faults.add(line.path("id").asText() + " is used twice");
            }
        }
        return faults;
    }

    /** A fact referred to comes earlier, and a correction is of its type. */
    static List<String> badReferences(Flagship file) {
        List<String> faults = new ArrayList<>();
        Map<String, String> typesById = new HashMap<>();
        for (ObjectNode line : file.lines()) {
            if (line.has("fact")) {
                String found = typesById.get(line.get("fact").asText());
                String type = line.at("/with/type").asText();
                if (found == null) {
                    faults.add("no earlier fact for " + line);
                } else if (line.has("with") && !type.equals(found)) {
                    faults.add("a " + found + " is corrected to a " + type);
                }
            }
            typesById.put(line.path("id").asText(), line.path("type").asText());
        }
        return faults;
    }

    /** Entities that are named somewhere and described nowhere. */
    static List<String> notDescribed(Flagship file) {
        Set<String> named = new TreeSet<>();
        Set<String> described = new TreeSet<>();
        for (ObjectNode line : file.lines()) {
            String type = line.get("type").asText();
            if (type.endsWith("Described")) {
                String kind = type.substring(0, type.indexOf("Described")).toLowerCase();
                described.add(kind + "/" + line.get(kind).asText());
            }
            named(line, named);
            named(line.path("with"), named);
        }
        named.removeAll(described);
        return List.copyOf(named);
    }

    private static void named(JsonNode fact, Set<String> named) {
        fact.properties().forEach(field -> add(KINDS.get(field.getKey()), field.getValue(), named));
        if (fact.path("type").asText().equals("BodyRelocated")) {
            add("place", fact.path("from"), named);
            add("place", fact.path("to"), named);
        }
    }

    private static void add(String kind, JsonNode value, Set<String> named) {
        if (kind != null && value.isTextual()) {
            named.add(kind + "/" + value.asText());
        } else if (kind != null) {
            value.forEach(item -> named.add(kind + "/" + item.asText()));
        }
    }

    /** The lines that describe the entity with this slug. */
    static List<ObjectNode> descriptions(Flagship file, String slug) {
        return file.lines().stream()
                .filter(
                        Flagship.like("type", "PersonDescribed", "person", slug)
                                .or(Flagship.like("type", "OfficeDescribed", "office", slug))
                                .or(Flagship.like("type", "PlaceDescribed", "place", slug)))
                .toList();
    }

    static List<String> withoutSource(Flagship file) {
        List<String> faults = new ArrayList<>();
        for (ObjectNode line : file.lines()) {
            if (line.path("sources").isEmpty()
                    || line.has("with") && line.at("/with/sources").isEmpty()) {
                faults.add(line.toString());
            }
        }
        return faults;
    }
}
