package dev.annals.imports;

import static dev.annals.imports.ImportingOverHttp.ndjson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * A file lands as it is, once, as far as it is right; and whoever sent it hears what became of it.
 */
@QuarkusTest
@RunningService
class ImportsTest {

    /** More than one batch, and a rest. */
    private static final int MANY = 5_300;

    private final String timeline = Client.timeline();
    private final ImportingOverHttp imports = new ImportingOverHttp(timeline);

    private static List<ObjectNode> events(int count) {
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(Facts.event("event " + i));
        }
        return events;
    }

    private static void counts(
            JsonNode tally, long lines, long appended, long duplicates, long rejected) {
        assertThat(tally.get("lines").longValue()).as(tally.toString()).isEqualTo(lines);
        assertThat(tally.get("appended").longValue()).as(tally.toString()).isEqualTo(appended);
        assertThat(tally.get("duplicates").longValue()).as(tally.toString()).isEqualTo(duplicates);
        assertThat(tally.get("rejected").longValue()).as(tally.toString()).isEqualTo(rejected);
    }

    private static List<Long> lines(JsonNode summary) {
        List<Long> lines = new ArrayList<>();
        summary.get("rejections").forEach(r -> lines.add(r.get("line").longValue()));
        return lines;
    }

    @Test
    void a_file_of_many_batches_lands_in_its_order() {
        List<ObjectNode> events = events(MANY);
        JsonNode summary = imports.summary("format=ndjson", ndjson(events));
        counts(summary, MANY, MANY, 0, 0);
        assertThat(summary.get("stopped").isNull()).isTrue();
        assertThat(imports.log())
                .extracting(Facts::id)
                .isEqualTo(events.stream().map(Facts::id).toList());
    }

    @Test
    void the_same_file_again_appends_nothing_new_with_ids_or_without() {
        List<ObjectNode> events = events(MANY);
        events.stream().skip(1_000).forEach(event -> event.remove("id"));
        counts(imports.summary("format=ndjson", ndjson(events)), MANY, MANY, 0, 0);
        counts(imports.summary("format=ndjson", ndjson(events)), MANY, 0, MANY, 0);
        assertThat(imports.log()).hasSize(MANY);
    }

    @Test
    void a_line_without_id_is_the_same_fact_however_it_is_written() {
        String one =
                "{\"type\": \"OfficeAssumed\", \"office\": \"o\", \"person\": \"p\", \"date\": \"1953\"}\n";
        String same =
                "{\"date\":\"1953\",\"person\":\"p\",\"acting\":false,\"type\":\"OfficeAssumed\",\"office\":\"o\"}\n";
        counts(imports.summary("format=ndjson", one + same + one), 3, 1, 2, 0);
        assertThat(Facts.id(imports.log().getFirst()).charAt(14)).isEqualTo('5');
    }

    @Test
    void what_is_refused_stops_the_import_and_what_came_before_is_kept() {
        List<ObjectNode> events = events(MANY);
        events.get(2_500).put("date", "31 March");
        JsonNode summary = imports.summary("format=ndjson", ndjson(events));
        counts(summary, 2_501, 2_500, 0, 1);
        assertThat(summary.get("stopped").get("line").longValue()).isEqualTo(2_501);
        assertThat(summary.get("stopped").get("reason").textValue()).contains("/date");
        assertThat(imports.log()).hasSize(2_500);
    }

    @Test
    void what_the_log_refuses_stops_the_import_at_its_line_as_well() {
        List<JsonNode> facts = new ArrayList<>(events(3_000));
        facts.set(2_400, Facts.retracted(Facts.event("not here")));
        facts.add(2_600, Facts.event("later").put("date", "31 March"));
        JsonNode summary = imports.summary("format=ndjson", ndjson(facts));
        counts(summary, 2_401, 2_400, 0, 1);
        assertThat(lines(summary)).containsExactly(2_401L);
        assertThat(imports.log()).hasSize(2_400);
    }

    @Test
    void what_is_refused_can_be_left_out_with_all_that_hangs_on_it() {
        List<JsonNode> facts = new ArrayList<>(events(10));
        ObjectNode wrong = Facts.event("wrong").put("date", "31 March");
        ObjectNode correction = Facts.corrected(wrong, Facts.event("right"));
        facts.add(2, wrong);
        facts.add(5, correction);
        facts.add(7, Facts.retracted(correction));
        facts.add(Facts.event("another").put("id", Facts.id(facts.getFirst())));
        String file = ndjson(facts) + "\n{\"type\": \n[]\n";
        JsonNode summary = imports.summary("format=ndjson&onError=skip", file);
        counts(summary, 17, 10, 0, 6);
        assertThat(lines(summary)).containsExactly(3L, 6L, 8L, 14L, 16L, 17L);
        assertThat(summary.get("stopped").isNull()).isTrue();
        assertThat(imports.log()).hasSize(10);
    }

    @Test
    void a_hundred_refusals_are_told_and_all_are_counted() {
        List<ObjectNode> events = events(2_500);
        events.stream().limit(2_200).forEach(event -> event.put("date", "March"));
        JsonNode summary = imports.summary("format=ndjson&onError=skip", ndjson(events));
        counts(summary, 2_500, 300, 0, 2_200);
        assertThat(summary.get("rejections")).hasSize(100);
    }

    @Test
    void a_fact_may_name_one_of_an_earlier_batch() {
        List<JsonNode> facts = new ArrayList<>(events(2_100));
        facts.add(Facts.retracted(facts.getFirst()));
        counts(imports.summary("format=ndjson", ndjson(facts)), 2_101, 2_101, 0, 0);
        JsonNode first = Client.ask(timeline, "facts/" + Facts.id(facts.getFirst()));
        assertThat(first.get("inEffect").booleanValue()).isFalse();
    }

    @Test
    void progress_comes_as_events_and_at_the_end_the_summary() {
        Answer answer =
                imports.send("format=ndjson", ndjson(events(MANY)), "Accept", "text/event-stream")
                        .expect(200);
        assertThat(answer.header("content-type")).startsWith("text/event-stream");
        List<String> lines = answer.text().lines().filter(l -> !l.isEmpty()).toList();
        long before = 0;
        for (int i = 0; i < lines.size() - 2; i++) {
            if (lines.get(i).equals("event: progress")) {
                JsonNode tally = LogReading.parse(lines.get(i + 1).substring("data: ".length()));
                assertThat(tally.properties()).hasSize(4);
                assertThat(tally.get("appended").longValue()).isGreaterThan(before);
                before = tally.get("appended").longValue();
            }
        }
        assertThat(before).isGreaterThan(0);
        assertThat(lines.get(lines.size() - 2)).isEqualTo("event: done");
        counts(LogReading.parse(lines.getLast().substring("data: ".length())), MANY, MANY, 0, 0);
    }

    @Test
    void a_file_may_be_packed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(ndjson(events(MANY)).getBytes(StandardCharsets.UTF_8));
        }
        Answer answer =
                imports.send("format=ndjson", packed.toByteArray(), "Content-Encoding", "gzip");
        counts(answer.expect(200).json(), MANY, MANY, 0, 0);
        imports.send("format=ndjson", "", "Content-Encoding", "br")
                .problem(415, "unsupported-media-type");
    }

    @Test
    void an_empty_file_is_imported_in_no_time() {
        counts(imports.summary("format=ndjson", ""), 0, 0, 0, 0);
        counts(imports.summary("format=ndjson", "\n \r\n"), 2, 0, 0, 0);
        counts(imports.summary("format=csv", "type,date\r\n"), 1, 0, 0, 0);
    }

    @Test
    void what_is_asked_wrongly_is_refused_and_nothing_is_appended() {
        String file = ndjson(events(1));
        for (String query : List.of("", "format=", "format=xls", "format=ndjson&onError=maybe")) {
            imports.send(query, file).problem(400, "invalid-parameter");
        }
        imports.send("format=csv", file).problem(400, "malformed-file");
        imports.send("format=ndjson", file, "Accept", "text/html").problem(406, "not-acceptable");
        new ImportingOverHttp("no-such-timeline")
                .send("format=ndjson", file)
                .problem(404, "unknown-timeline");
        String path = "/timelines/" + timeline + "/imports?format=ndjson";
        Client.send("POST", path, null).problem(401, "unauthorized");
        Client.get(path).problem(405, "method-not-allowed");
        assertThat(imports.log()).isEmpty();
    }

    @Test
    void a_file_that_is_not_what_it_should_be_ends_a_stream_of_events_with_the_reason() {
        String text =
                imports.send("format=csv", "nonsense\n", "Accept", "text/event-stream")
                        .expect(200)
                        .text();
        assertThat(text).contains("event: done").contains("nonsense").contains("\"stopped\":{");
    }
}
