package dev.annals.boot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.json.FactReader;
import dev.annals.json.FactReader.SentFact;
import dev.annals.json.Json;
import dev.annals.log.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the facts that come with the service: NDJSON, each with an id. */
final class ShippedFacts {

    private ShippedFacts() {}

    /**
     * All facts of a timeline, in the order of the file.
     *
     * @throws IllegalStateException if a line is no fact with an id, which is a fault of this build
     */
    static List<Draft> of(String timeline) {
        List<String> lines = lines("/timelines/" + timeline + ".ndjson");
        List<Draft> drafts = new ArrayList<>(lines.size());
        for (String line : lines) {
            drafts.add(draft(line, "/" + drafts.size()));
        }
        return drafts;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = ShippedFacts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Draft draft(String line, String pointer) {
        FactReader reader = FactReader.strict();
        SentFact sent =
                reader.read(parse(line), pointer)
                        .filter(fact -> fact.id().isPresent())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no fact with an id: "
                                                        + line
                                                        + reader.violations()));
        return new Draft(sent.id().orElseThrow(), sent.fact(), pointer);
    }

    private static JsonNode parse(String line) {
        try {
            return Json.parse(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + line, e);
        }
    }
}
