package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** The command that tells whether a log is whole, of a data folder. */
class VerifyFolderIT {

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

    private static String noted(RunningService service) {
        return FACTS + ":" + service.get("/timelines/" + FLAGSHIP).get("hash").textValue();
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
