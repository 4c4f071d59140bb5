package dev.annals.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Client;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import dev.annals.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not one JSON value in UTF-8 is 400, to whatever it is sent. */
@QuarkusTest
@RunningService
class MalformedBodyTest {

    private final String timeline = Client.timeline();

    private String refused(byte[] body) {
        JsonNode problem =
                Client.append(timeline, body, TestDatabase.ALICE).problem(400, "malformed-json");
        return problem.get("detail").textValue();
    }

    @AfterEach
    void nothing_was_appended() {
        assertThat(LogReading.facts(timeline)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{",
                "[1,",
                "nul",
                "{} {}",
                "[]x",
                "{\"a\":1,\"a\":2}",
                "01",
                "+1",
                ".5",
                "NaN",
                "Infinity",
                "'a'",
                "{a:1}",
                "[1,]",
                "// comment\n[]",
                "\"\t\"",
                "\"\\x\"",
                "\"\\ud8\"",
                "]",
                "\"a"
            })
    void what_is_not_json_is_refused(String body) {
        refused(body.getBytes(StandardCharsets.UTF_8));
        Client.put("/timelines/" + timeline, body).problem(400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00FF",
                "\u00C3",
                "\u00ED\u00A0\u0080",
                "\u00C0\u00AF",
                "\u00F5\u0080\u0080\u0080"
            })
    void what_is_not_utf_8_is_refused(String bytes) {
        String fact = "{\"type\":\"EventOccurred\",\"title\":\"a%sb\",\"date\":\"1953\"}";
        refused(fact.formatted(bytes).getBytes(ISO_8859_1));
    }

    @Test
    void a_hundred_thousand_brackets_are_refused_for_what_they_are() {
        assertThat(refused("[".repeat(100_000).getBytes(StandardCharsets.UTF_8))).contains("deep");
        refused("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_number_of_thousands_of_digits_is_refused_for_what_it_is() {
        assertThat(refused(("[" + "9".repeat(5_000) + "]").getBytes(StandardCharsets.UTF_8)))
                .contains("number");
    }

    @Test
    void the_detail_says_where_and_speaks_of_no_parser() {
        String detail = refused("[1,\n {\"a\" 2}]".getBytes(StandardCharsets.UTF_8));
        assertThat(detail).contains("line 2");
        assertThat(refused("{".getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("Source")
                .doesNotContain("Feature");
        assertThat(refused("{} {}".getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("com.fasterxml");
    }
}
