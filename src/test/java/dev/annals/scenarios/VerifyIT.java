package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that tells whether a log is whole, as an operator gives it. */
class VerifyIT {

    private static final String FLAGSHIP = "soviet-union-1953-1964";
    private static final int FACTS = 636;

    @TempDir private Path folder;

    private Path data;
    private Path work;

    @BeforeEach
    void makeFolders() throws IOException {
        data = folder.resolve("data");
        work = Files.createDirectory(folder.resolve("work"));
    }

    private CommandRun verify(String... words) {
        return CommandRun.of(
                work, null, Map.of("ANNALS_DATA", data.toString()), with("verify", words));
    }

    private static String[] with(String first, String... words) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
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
        try (RunningService service = RunningService.start(data)) {
            lines = export(service);
            head = noted(service);
        }
        Path file = Files.write(work.resolve("export.ndjson"), lines);

        CommandRun whole = verify("export.ndjson", "--head", head);
        assertThat(whole.exitCode()).as(whole.toString()).isZero();
        assertThat(whole.output()).contains("whole, " + FACTS + " facts, head " + head);
        assertThat(whole.complaints()).isEmpty();

        CommandRun piped =
                CommandRun.of(work, file, Map.of(), "verify", "-", "--head", head.split(":")[1]);
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

    @Test
    void the_data_folder_is_verified_beside_a_service_and_without_one() throws Exception {
        String head;
        try (RunningService service = RunningService.start(data)) {
            head = noted(service);
            CommandRun beside = verify("--timeline", FLAGSHIP, "--head", head);
            assertThat(beside.exitCode()).as(beside.toString()).isZero();
            assertThat(beside.output())
                    .contains(FLAGSHIP + ": whole, " + FACTS + " facts, head " + head);
            assertThat(service.status("/q/health/ready")).isEqualTo(200);
            tamper(service);
            assertTampered(verify());
            service.terminate();
        }
        assertTampered(verify("--timeline", FLAGSHIP));
        Path note = data.resolve("postgres/postmaster.pid");
        assertThat(note).as("of a database that was started for the while").doesNotExist();
    }

    @Test
    void a_folder_that_a_killed_service_left_is_verified() {
        try (RunningService killed = RunningService.start(data)) {
            killed.kill();
            CommandRun left = verify();
            assertThat(left.exitCode()).as(left.toString()).isZero();
            assertThat(left.output()).contains("whole: 1 timeline, " + FACTS + " facts");
        }
    }

    /** With the rights of who owns the database. */
    private void tamper(RunningService service) throws Exception {
        List<String> note = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        String password = Files.readString(data.resolve("postgres-password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + note.get(3).strip() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    "update facts set json = replace(json, '\"recordedBy\":\"', '\"recordedBy\":\"x') where position = 531");
        }
        assertThat(service.status("/q/health/ready")).isEqualTo(200);
    }

    private static void assertTampered(CommandRun run) {
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        assertThat(run.complaints()).startsWith(FLAGSHIP + ": position 531 (fact ");
        assertThat(run.output()).contains("NOT WHOLE, 530 facts as recorded before that");
    }

    @Test
    void what_cannot_be_told_is_said_in_a_line_and_exit_code_2() throws IOException {
        Files.createDirectory(data);
        for (String[] words :
                new String[][] {
                    {}, {"nowhere.ndjson"}, {"--head", "1"}, {"--what"}, {"a", "b"}, {"--timeline"}
                }) {
            CommandRun run = verify(words);
            assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
            assertThat(run.output()).isEmpty();
            assertThat(run.complaints()).startsWith("annals: ").doesNotContain("Exception");
        }
        CommandRun unknown = CommandRun.of(work, null, Map.of(), "forget");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.complaints()).contains("forget", "Usage:", "verify");
        CommandRun help = CommandRun.of(work, null, Map.of(), "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("Usage:", "verify");
        assertThat(data).isEmptyDirectory();
    }
}
