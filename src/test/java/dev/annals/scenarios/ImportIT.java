package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that breaks off is sent again, and all is there once. */
class ImportIT {

    private static final int FACTS = 60_000;

    @TempDir private Path folder;

    private static Path file(Path folder) throws IOException {
        return Files.write(
                folder.resolve("facts.ndjson"),
                (Iterable<String>) IntStream.range(0, FACTS).mapToObj(ImportIT::line)::iterator);
    }

    private static String line(int i) {
        return "{\"type\":\"OfficeAssumed\",\"office\":\"office-%d\",\"person\":\"person-%d\",\"date\":\"%d\"}"
                .formatted(i % 500, i, 1000 + i / 500);
    }

    private static HttpRequest.Builder request(RunningService service, String path) {
        return HttpRequest.newBuilder(service.baseUri().resolve(path))
                .header("Authorization", "Bearer " + service.token());
    }

    private static HttpRequest imported(RunningService service, Path file) throws IOException {
        return request(service, "/timelines/big/imports?format=ndjson")
                .POST(BodyPublishers.ofFile(file))
                .build();
    }

    @Test
    void after_a_kill_in_the_middle_the_same_file_lands_whole_and_once() throws Exception {
        Path data = folder.resolve("data");
        Path file = file(folder);
        try (HttpClient client = HttpClient.newHttpClient()) {
            try (RunningService service = RunningService.start(data)) {
                client.send(
                        request(service, "/timelines/big")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"title\": \"Big\"}"))
                                .build(),
                        BodyHandlers.discarding());
                var broken = client.sendAsync(imported(service, file), BodyHandlers.ofString());
                while (service.get("/timelines/big").get("facts").longValue() == 0) {
                    ServiceProcess.pause();
                }
                service.kill();
                assertThat(broken.handle((_, failure) -> failure).join()).isNotNull();
            }
            try (RunningService service = RunningService.start(data)) {
                long kept = service.get("/timelines/big").get("facts").longValue();
                assertThat(kept).isBetween(1L, FACTS - 1L);
                HttpResponse<String> answer =
                        client.send(imported(service, file), BodyHandlers.ofString());
                JsonNode summary = RunningService.json(answer);
                assertThat(summary.get("duplicates").longValue()).isEqualTo(kept);
                assertThat(summary.get("appended").longValue()).isEqualTo(FACTS - kept);
                assertThat(service.get("/timelines/big").get("facts").longValue()).isEqualTo(FACTS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
