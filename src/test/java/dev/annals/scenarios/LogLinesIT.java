package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One setting makes the lines of the log JSON, which say of which request and timeline they are.
 */
class LogLinesIT {

    private static final String ADDRESS = "/timelines/soviet-union-1953-1964";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    @Test
    void a_line_for_programs_names_request_and_timeline() {
        Map<String, String> settings =
                Map.of(
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                        "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");
        try (RunningService service = RunningService.start(folder, settings)) {
            String id = service.requestId(ADDRESS, "from-the-proxy_1");
            String other = service.requestId(ADDRESS, "not a name");

            assertThat(id).isEqualTo("from-the-proxy_1");
            assertThat(other).matches("[0-9a-f-]{36}");
            for (String name : new String[] {id, other}) {
                JsonNode line = parsed(service.awaitLine("(.*\"request\":\"" + name + "\".*)"));
                assertThat(line.get("mdc").get("timeline").textValue())
                        .isEqualTo("soviet-union-1953-1964");
                assertThat(line.get("message").textValue()).contains("GET " + ADDRESS);
            }
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void lines_are_for_people_if_nothing_is_said() {
        try (RunningService service = RunningService.start(folder)) {
            assertThat(service.output())
                    .containsPattern("(?m)^\\d{4}-\\d{2}-\\d{2} [0-9:,]+ INFO ")
                    .doesNotContain("\"message\"");
        }
    }
}
