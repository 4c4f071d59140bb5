package dev.annals.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.LogReading;
import dev.annals.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Sends files to a timeline. */
final class ImportingOverHttp {

    private final String timeline;

    ImportingOverHttp(String timeline) {
        this.timeline = timeline;
    }

    /**
     * @param query {@code format=…} and more
     * @param headers names and values by turns
     */
    Answer send(String query, byte[] file, String... headers) {
        List<String> all =
                new ArrayList<>(List.of("Authorization", "Bearer " + TestDatabase.ALICE));
        all.addAll(Arrays.asList(headers));
        return Client.send(
                "POST",
                "/timelines/" + timeline + "/imports?" + query,
                BodyPublishers.ofByteArray(file),
                all.toArray(String[]::new));
    }

    Answer send(String query, String file, String... headers) {
        return send(query, file.getBytes(java.nio.charset.StandardCharsets.UTF_8), headers);
    }

    /** What an import that is answered says in the end. */
    JsonNode summary(String query, String file) {
        return send(query, file).expect(200).json();
    }

    /** Facts one on a line, ids and all. */
    static String ndjson(List<? extends JsonNode> facts) {
        return facts.stream().map(JsonNode::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    List<JsonNode> log() {
        return LogReading.facts(timeline);
    }
}
