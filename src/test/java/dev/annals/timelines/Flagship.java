package dev.annals.timelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.FactReader;
import dev.annals.json.FactReader.SentFact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The file of the flagship timeline, or a variant of it with an error planted.
 *
 * @param lines each a fact, in the order of the file
 */
record Flagship(List<ObjectNode> lines) {

    static final String RESOURCE = "/timelines/soviet-union-1953-1964.ndjson";

    private static final List<String> FIELDS = List.of("office", "person", "place");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Flagship shipped() {
        return new Flagship(text().lines().map(Flagship::parse).toList());
    }

    static String text() {
        return text(RESOURCE);
    }

    static String text(String resource) {
        try (InputStream in = Flagship.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static ObjectNode parse(String line) {
        try {
            return (ObjectNode) JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    long head() {
        return lines.size();
    }

    /** The facts as the service reads them. */
    List<RecordedFact> log() {
        List<RecordedFact> log = new ArrayList<>();
        for (ObjectNode line : lines) {
            FactReader reader = FactReader.strict();
            SentFact sent =
                    reader.read(line, "")
                            .orElseThrow(() -> new AssertionError(reader.violations()));
            UUID id = sent.id().orElseThrow();
            log.add(new RecordedFact(id, log.size() + 1, Instant.EPOCH, "annals", sent.fact()));
        }
        return log;
    }

    /** The facts as the oracle reads them. */
    List<RecordedFact> oracleLog() {
        return dev.annals.oracle.FactReader.readLog(
                JsonNodeFactory.instance.arrayNode().addAll(lines));
    }

    /**
     * The part of it that the spans of an office, a body or a place depend on: what names it, all
     * deaths, and what is said about those facts. The oracle reads all facts again and again.
     */
    List<RecordedFact> oracleLogAbout(String subject) {
        Set<String> ids = new HashSet<>();
        for (ObjectNode line : lines) {
            boolean isAbout =
                    FIELDS.stream().anyMatch(field -> line.path(field).asText().equals(subject));
            boolean isDeath = line.get("type").asText().equals("PersonDied");
            if (isAbout || isDeath || ids.contains(line.path("fact").asText())) {
                ids.add(line.get("id").asText());
            }
        }
        return oracleLog().stream().filter(f -> ids.contains(f.id().toString())).toList();
    }

    /** This with one more line at the end, a copy of the first like it with some fields changed. */
    Flagship plus(Predicate<JsonNode> like, String... fields) {
        ObjectNode copy = first(like).deepCopy();
        copy.put("id", new UUID(0, lines.size()).toString());
        List<ObjectNode> more = new ArrayList<>(lines);
        more.add(changed(copy, fields));
        return new Flagship(more);
    }

    /** This with some fields of the first line like it changed. */
    Flagship with(Predicate<JsonNode> like, String... fields) {
        return replaced(like, changed(first(like).deepCopy(), fields));
    }

    /** This with a field of the first line like it left out. */
    Flagship withoutField(Predicate<JsonNode> like, String field) {
        return replaced(like, first(like).deepCopy().without(field));
    }

    /** This without the lines like it. */
    Flagship without(Predicate<JsonNode> like) {
        return new Flagship(lines.stream().filter(like.negate()).toList());
    }

    /** This with a piece of all texts replaced. */
    Flagship replaced(String text, String replacement) {
        return new Flagship(
                lines.stream()
                        .map(line -> parse(line.toString().replace(text, replacement)))
                        .toList());
    }

    ObjectNode first(Predicate<JsonNode> like) {
        return lines.stream().filter(like).findFirst().orElseThrow();
    }

    private Flagship replaced(Predicate<JsonNode> like, ObjectNode replacement) {
        List<ObjectNode> changed = new ArrayList<>(lines);
        changed.set(changed.indexOf(first(like)), replacement);
        return new Flagship(changed);
    }

    private static ObjectNode changed(ObjectNode line, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            line.put(fields[i], fields[i + 1]);
        }
        return line;
    }

    /** Lines that have these fields. */
    static Predicate<JsonNode> like(String... fields) {
        return line -> {
            for (int i = 0; i < fields.length; i += 2) {
                if (!line.path(fields[i]).asText().equals(fields[i + 1])) {
                    return false;
                }
            }
            return true;
        };
    }
}
