package dev.annals.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.annals.oracle.FactReader;
import dev.annals.oracle.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A timeline's whole log as the service gives it out. */
public final class LogReading {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LogReading() {}

    /** All facts of a timeline, in the order of the file. */
    public static List<JsonNode> facts(String timeline) {
        String path = "/timelines/" + timeline + "/facts";
        String file = Client.get(path, "Accept", "application/x-ndjson").expect(200).text();
        List<JsonNode> facts = new ArrayList<>();
        file.lines().forEach(line -> facts.add(parse(line)));
        return facts;
    }

    /** The same for the oracle, which only takes a fact's own fields. */
    public static History history(String timeline, long seed) {
        ArrayNode own = JsonNodeFactory.instance.arrayNode();
        own.addAll(facts(timeline));
        return new History(seed, FactReader.readLog(own));
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
