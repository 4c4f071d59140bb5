package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RunningService
class CompressionTest {

    private static final String FACTS =
            "/timelines/soviet-union-1953-1964/facts?known=600&limit=50";

    private static Answer get(String accept, String encoding) {
        return Client.get(FACTS, "Accept", accept, "Accept-Encoding", encoding).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/csv"})
    void json_and_files_are_gzipped_for_those_who_take_it(String type) throws IOException {
        Answer zipped = get(type, "gzip, deflate, br");
        assertThat(zipped.header("content-encoding")).isEqualTo("gzip");
        assertThat(zipped.header("vary")).contains("Accept-Encoding");
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.bytes()))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(get(type, "identity").text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "*;q=0", "compress"})
    void nothing_is_encoded_for_those_who_do_not(String encoding) {
        Answer plain = get("application/json", encoding);
        assertThat(plain.json().get("facts")).hasSize(50);
        assertThat(plain.header("content-encoding")).isNull();
    }

    /** A strong tag stands for one sequence of bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/csv"})
    void a_tag_stands_for_one_encoding(String type) {
        Map<String, String> encodings = new HashMap<>();
        for (String accepted :
                new String[] {
                    "identity", "gzip", "gzip;q=0", "deflate", "*", "gzip;q=0.5, identity;q=1", "br"
                }) {
            Answer answer = get(type, accepted);
            String encoding = String.valueOf(answer.header("content-encoding"));
            String other = encodings.putIfAbsent(answer.header("etag"), encoding);
            assertThat(encoding)
                    .as("Accept-Encoding: " + accepted + ", tag " + answer.header("etag"))
                    .isEqualTo(other == null ? encoding : other);
        }
    }

    @Test
    void a_zipped_answer_that_is_held_is_304() {
        String tag = get("application/json", "gzip").header("etag");
        Client.get(FACTS, "Accept-Encoding", "gzip", "If-None-Match", tag).expect(304);
    }

    @Test
    void problems_are_readable_either_way() throws IOException {
        Answer zipped = Client.get("/timelines/none", "Accept-Encoding", "gzip").expect(404);
        if ("gzip".equals(zipped.header("content-encoding"))) {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped.bytes()))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("404");
            }
        } else {
            zipped.problem(404, "unknown-timeline");
        }
    }
}
