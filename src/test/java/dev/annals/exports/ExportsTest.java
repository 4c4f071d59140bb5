package dev.annals.exports;

import static dev.annals.exports.Exported.FLAGSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.formats.Export;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports are answers like all others: listed, cached, conditional, as known then. */
@QuarkusTest
@RunningService
class ExportsTest {

    private static final String EXPORTS = "/timelines/" + FLAGSHIP + "/exports";

    private static String path(Export export) {
        return EXPORTS + "/" + export.file();
    }

    @Test
    void all_are_listed_with_addresses_that_give_them() {
        JsonNode list = Client.get(EXPORTS + "?known=635").expect(200).json();
        assertThat(list.get("timeline").asText()).isEqualTo(FLAGSHIP);
        assertThat(list.at("/known/position").asInt()).isEqualTo(635);
        assertThat(list.get("exports")).hasSize(Export.values().length);
        for (JsonNode export : list.get("exports")) {
            Answer file = Client.get(export.get("href").asText()).expect(200);
            assertThat(file.header("content-type")).startsWith(export.get("mediaType").asText());
            assertThat(file.header("content-disposition")).contains(FLAGSHIP + "-635.");
            assertThat(export.get("description").asText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Export.class)
    void each_is_kept_under_a_name_that_says_which_state_it_is(Export export) {
        String ending =
                switch (export) {
                    case FACTS_NDJSON -> ".ndjson";
                    case FACTS_CSV -> ".csv";
                    case POPOLO -> ".popolo.json";
                    case TIMELINEJS -> ".timelinejs.json";
                    case CALENDAR -> ".ics";
                    case GRAPH -> ".jsonld";
                };
        assertThat(Client.get(path(export)).expect(200).header("content-disposition"))
                .isEqualTo("attachment; filename=\"" + FLAGSHIP + "-636" + ending + "\"");
    }

    @ParameterizedTest
    @EnumSource(Export.class)
    void each_is_cached_as_every_answer_is(Export export) {
        Answer asked = Client.get(path(export) + "?known=636").expect(200);
        Answer head = Client.get(path(export)).expect(200);
        assertThat(asked.header("cache-control")).isEqualTo("public, max-age=86400, immutable");
        assertThat(head.header("cache-control")).isEqualTo("no-cache");
        assertThat(asked.header("vary")).isEqualTo("Accept, Accept-Encoding, Origin");
        assertThat(asked.header("etag")).isEqualTo(head.header("etag"));
        assertThat(asked.bytes()).isEqualTo(head.bytes());
        Answer unchanged = Client.get(path(export), "If-None-Match", head.header("etag"));
        assertThat(unchanged.expect(304).bytes()).isEmpty();
        assertThat(unchanged.header("content-disposition")).isNull();
        for (Export other : Export.values()) {
            if (other != export) {
                Client.get(path(other), "If-None-Match", head.header("etag")).expect(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Export.class)
    void each_says_what_was_known_then(Export export) {
        assertThat(Client.get(path(export) + "?known=635").expect(200).bytes())
                .isNotEqualTo(Client.get(path(export) + "?known=636").expect(200).bytes());
        Client.get(path(export) + "?known=637").problem(400, "unknown-position");
        Client.get(path(export) + "?known=x").problem(400, "invalid-parameter");
    }

    @ParameterizedTest
    @EnumSource(Export.class)
    void a_head_has_the_headers_and_no_body(Export export) {
        Answer head = Client.send("HEAD", path(export), null).expect(200);
        Answer file = Client.get(path(export));
        assertThat(head.bytes()).isEmpty();
        for (String header : List.of("etag", "content-type", "content-disposition", "vary")) {
            assertThat(head.header(header)).as(header).isEqualTo(file.header(header));
        }
    }

    @ParameterizedTest
    @EnumSource(Export.class)
    void gzip_makes_it_smaller_and_nothing_else(Export export) throws IOException {
        Answer plain = Client.get(path(export));
        Answer zipped = Client.get(path(export), "Accept-Encoding", "gzip").expect(200);
        assertThat(zipped.header("content-encoding")).isEqualTo("gzip");
        assertThat(zipped.header("etag")).isNotEqualTo(plain.header("etag"));
        byte[] unzipped =
                new GZIPInputStream(new ByteArrayInputStream(zipped.bytes())).readAllBytes();
        assertThat(unzipped).isEqualTo(plain.bytes());
        assertThat(zipped.bytes()).hasSizeLessThan(plain.bytes().length / 2);
    }

    @ParameterizedTest
    @EnumSource(Export.class)
    void the_address_alone_decides(Export export) {
        assertThat(Client.get(path(export), "Accept", "image/png").expect(200).header("etag"))
                .isEqualTo(Client.get(path(export)).header("etag"));
    }

    @Test
    void what_does_not_exist_is_not_found() {
        Client.get(EXPORTS + "/popolo").problem(404, "not-found");
        Client.get(EXPORTS + "/POPOLO.JSON").problem(404, "not-found");
        Client.get("/timelines/none/exports").problem(404, "unknown-timeline");
        Client.get("/timelines/none/exports/popolo.json").problem(404, "unknown-timeline");
        Client.send("DELETE", EXPORTS + "/popolo.json", null).problem(405, "method-not-allowed");
    }

    @Test
    void the_log_is_what_the_log_is() {
        byte[] lines =
                Client.get("/timelines/" + FLAGSHIP + "/facts", "Accept", "application/x-ndjson")
                        .bytes();
        assertThat(Client.get(path(Export.FACTS_NDJSON)).bytes()).isEqualTo(lines);
    }

    @Test
    void the_table_is_that_of_the_log_with_a_byte_order_mark() {
        String timeline = HostileHistory.timeline();
        String table = Client.get("/timelines/" + timeline + "/facts", "Accept", "text/csv").text();
        byte[] export = Exported.file(timeline, "facts.csv").bytes();
        assertThat(export).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(export, StandardCharsets.UTF_8)).isEqualTo("\uFEFF" + table);
    }

    @Test
    void a_new_title_changes_no_export() {
        String timeline = Client.timeline();
        Client.append(timeline, Facts.event("x")).expect(201);
        for (Export export : Export.values()) {
            byte[] before = Exported.file(timeline, export.file()).bytes();
            Client.put("/timelines/" + timeline, "{\"title\": \"" + export + "\"}").expect(200);
            assertThat(Exported.file(timeline, export.file()).bytes()).isEqualTo(before);
        }
    }
}
