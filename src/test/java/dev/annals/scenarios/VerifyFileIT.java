package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that tells whether a log is whole, of an export. */
class VerifyFileIT {

    private static final String FLAGSHIP = "soviet-union-1953-1964";
    private static final int FACTS = 636;

    @TempDir private Path folder;

    private CommandRun verify(String... words) {
        return verify(null, words);
    }

    private CommandRun verify(Path input, String... words) {
        String[] all = Stream.concat(Stream.of("verify"), Stream.of(words)).toArray(String[]::new);
        return CommandRun.of(folder, input, Map.of(), all);
    }

    private static List<String> export(RunningService service) throws Exception {
        URI facts = service.baseUri().resolve("/timelines/" + FLAGSHIP + "/facts");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(facts).header("Accept", "application/x-ndjson").build();
            return client.send(request, HttpResponse.BodyHandlers.ofLines()).body().toList();
        }
    }

    private static String noted(RunningService service) {
        return FACTS + ":" + service.get("/timelines/" + FLAGSHIP).get("hash").textValue();
    }

    @Test
    void an_export_is_verified_from_a_file_and_from_the_standard_input() throws Exception {
        List<String> lines;
        String head;
        try (RunningService service = RunningService.start(folder.resolve("data"))) {
            lines = export(service);
            head = noted(service);
        }
        Path file = Files.write(folder.resolve("export.ndjson"), lines);

        CommandRun whole = verify("export.ndjson", "--head", head);
        assertThat(whole.exitCode()).as(whole.toString()).isZero();
        assertThat(whole.output()).contains("whole, " + FACTS + " facts, head " + head);
        assertThat(whole.complaints()).isEmpty();

        CommandRun piped = verify(file, "-", "--head", head.split(":")[1]);
        assertThat(piped.exitCode()).as(piped.toString()).isZero();
        assertThat(piped.output()).contains("standard input: whole, " + FACTS + " facts");

        Files.write(file, lines.subList(0, FACTS - 1));
        CommandRun cut = verify("export.ndjson", "--head", head);
        assertThat(cut.exitCode()).as(cut.toString()).isEqualTo(1);
        assertThat(cut.complaints()).contains("position " + FACTS).hasLineCount(1);

        Files.write(file, lines.stream().map(l -> l.replace("1961-10-31", "1961-10-30")).toList());
        CommandRun changed = verify(file.toString());
        assertThat(changed.exitCode()).as(changed.toString()).isEqualTo(1);
        assertThat(changed.complaints()).contains("its hash does not fit").hasLineCount(1);

        String middle = lines.get(99);
        String hash = middle.replaceFirst(".*\"hash\":\"([0-9a-f]+)\".*", "$1");
        Files.write(file, lines.subList(100, FACTS));
        CommandRun part = verify("export.ndjson", "--after", "100:" + hash, "--head", head);
        assertThat(part.exitCode()).as(part.toString()).isZero();
        assertThat(part.output()).contains("536 facts");
        CommandRun before =
                verify("export.ndjson", "--after", "100:" + hash, "--head", "50:" + hash);
        assertThat(before.exitCode()).as(before.toString()).isEqualTo(2);

        Files.write(file, List.of());
        CommandRun empty = verify("export.ndjson");
        assertThat(empty.exitCode()).as(empty.toString()).isEqualTo(2);
        assertThat(empty.complaints()).contains("holds no fact");
    }
}
