package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.RandomHistory;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The log as a file: all of it, in NDJSON or CSV. */
@QuarkusTest
@RunningService
class FilesTest {

    private static final int MORE_THAN_A_PAGE = 1_300;

    private final String timeline = Client.timeline();

    private Answer file(String type, String query) {
        return Client.get("/timelines/" + timeline + "/facts" + query, "Accept", type).expect(200);
    }

    private void appendMany() {
        JsonNode[] facts = new JsonNode[MORE_THAN_A_PAGE];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = Facts.event("event " + i);
        }
        Client.append(timeline, Facts.list(facts)).expect(201);
    }

    @Test
    void ndjson_is_every_fact_on_a_line_of_its_own() {
        appendMany();
        Answer file = file("application/x-ndjson", "?limit=3");
        assertThat(file.header("content-type")).startsWith("application/x-ndjson");
        assertThat(file.text()).endsWith("}\n");
        List<JsonNode> facts = file.text().lines().map(LogReading::parse).toList();
        assertThat(facts).hasSize(MORE_THAN_A_PAGE);
        JsonNode page = Client.ask(timeline, "facts?limit=1000");
        for (int i = 0; i < 1_000; i++) {
            assertThat(facts.get(i)).isEqualTo(page.get("facts").get(i));
        }
    }

    @Test
    void an_empty_log_is_an_empty_file() {
        assertThat(file("application/x-ndjson", "").text()).isEmpty();
        assertThat(file("text/csv", "").text().lines()).hasSize(1);
    }

    @Test
    void csv_says_what_json_says() throws IOException {
        Client.append(
                        timeline,
                        RandomHistory.of(7).log().stream()
                                .map(FactWriter::write)
                                .toList()
                                .toString())
                .expect(201);
        Client.append(timeline, Facts.event("a, \"b\"\r\nc").put("note", "\n")).expect(201);
        Answer file = file("text/csv", "");
        assertThat(file.header("content-type")).startsWith("text/csv");
        List<JsonNode> facts = LogReading.facts(timeline);
        int row = 0;
        for (CSVRecord line : parse(file.text())) {
            assertThat(cells(line)).isEqualTo(cells(facts.get(row)));
            row++;
        }
        assertThat(row).isEqualTo(facts.size());
    }

    private static List<CSVRecord> parse(String csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = format.parse(new StringReader(csv))) {
            return parser.getRecords();
        }
    }

    private static List<String> cells(CSVRecord line) {
        List<String> cells = new ArrayList<>();
        line.toMap()
                .forEach(
                        (column, cell) -> {
                            if (!cell.isEmpty()) {
                                cells.add(column + "=" + cell);
                            }
                        });
        return cells.stream().sorted().toList();
    }

    private static List<String> cells(JsonNode fact) {
        return fact.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + (field.getValue().isTextual()
                                                ? field.getValue().textValue()
                                                : field.getValue().toString()))
                .sorted()
                .toList();
    }

    @Test
    void csv_lines_end_as_rfc_4180_has_it() {
        Client.append(timeline, Facts.event("x")).expect(201);
        assertThat(file("text/csv", "").text()).endsWith("\r\n");
    }

    @Test
    void a_file_is_chosen_by_what_the_caller_likes_best() {
        Client.append(timeline, Facts.event("x")).expect(201);
        assertThat(file("text/csv;q=0.5, application/x-ndjson;q=0.6", "").header("content-type"))
                .startsWith("application/x-ndjson");
        for (String any :
                List.of(
                        "*/*",
                        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                        "application/*")) {
            assertThat(file(any, "").header("content-type")).startsWith("application/json");
        }
    }
}
