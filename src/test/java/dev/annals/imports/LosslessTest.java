package dev.annals.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.History;
import dev.annals.oracle.RandomHistory;
import dev.annals.testing.Client;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is exported and imported into another timeline is the same, but for when and by whom. */
@QuarkusTest
@RunningService
class LosslessTest {

    private static final int HISTORIES = 40;

    @ParameterizedTest
    @CsvSource({"ndjson, application/x-ndjson", "csv, text/csv"})
    void any_history_comes_back_as_it_was(String format, String mediaType) {
        for (long seed = 0; seed < HISTORIES; seed++) {
            check(RandomHistory.of(seed), format, mediaType);
        }
    }

    @ParameterizedTest
    @CsvSource({"ndjson, application/x-ndjson", "csv, text/csv"})
    void the_flagship_comes_back_as_it_was(String format, String mediaType) {
        check("soviet-union-1953-1964", "the flagship", format, mediaType);
    }

    private static void check(History history, String format, String mediaType) {
        String timeline = Client.timeline();
        List<ObjectNode> facts = history.log().stream().map(FactWriter::write).toList();
        Client.append(timeline, facts).expect(201);
        check(timeline, history.toString(), format, mediaType);
    }

    private static void check(String timeline, String shown, String format, String mediaType) {
        String path = "/timelines/" + timeline + "/facts";
        String file = Client.get(path, "Accept", mediaType).expect(200).text();
        String copy = Client.timeline();
        JsonNode summary = new ImportingOverHttp(copy).summary("format=" + format, file);
        assertThat(summary.get("rejected").longValue()).as(summary + shown).isZero();
        assertThat(own(copy)).as(shown).isNotEmpty().isEqualTo(own(timeline));
    }

    /** What a fact says, and where it stands. */
    private static List<JsonNode> own(String timeline) {
        List<JsonNode> facts = LogReading.facts(timeline);
        facts.forEach(
                fact -> ((ObjectNode) fact).remove(List.of("recordedAt", "recordedBy", "hash")));
        return facts;
    }
}
