package dev.annals.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.FactHash;
import dev.annals.json.FactWriter;
import dev.annals.oracle.History;
import dev.annals.testing.LogReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A log's facts as they are exported, to be tampered with. */
record RecordedLog(List<ObjectNode> facts) {

    static RecordedLog of(History history) {
        List<ObjectNode> facts = new ArrayList<>();
        String hash = FactHash.NONE;
        for (RecordedFact fact : history.log()) {
            hash = FactHash.of(hash, fact);
            facts.add((ObjectNode) LogReading.parse(FactWriter.recorded(fact, hash)));
        }
        return new RecordedLog(facts);
    }

    RecordedLog copy() {
        return new RecordedLog(
                facts.stream().map(ObjectNode::deepCopy).collect(Collectors.toList()));
    }

    int size() {
        return facts.size();
    }

    /** What somebody would have noted down of a position. */
    Noted noted(int position) {
        String hash =
                position == 0 ? FactHash.NONE : facts.get(position - 1).get("hash").textValue();
        return Noted.parse(position + ":" + hash);
    }

    Noted head() {
        return noted(size());
    }

    /** Gives the facts from a position on, to another, the hashes that they should have. */
    void hashAnew(int from, int to) {
        for (int position = from; position <= to; position++) {
            ObjectNode fact = facts.get(position - 1);
            try {
                fact.put("hash", FactHash.of(noted(position - 1).hash(), fact));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String ndjson() {
        return facts.stream().map(JsonNode::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    Verdict check(Noted... noted) {
        return check(ndjson(), Noted.NOTHING, noted);
    }

    static Verdict check(String ndjson, Noted after, Noted... noted) {
        return check(ndjson.getBytes(StandardCharsets.UTF_8), after, noted);
    }

    static Verdict check(byte[] ndjson, Noted after, Noted... noted) {
        try {
            return Export.check(new ByteArrayInputStream(ndjson), after, List.of(noted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
