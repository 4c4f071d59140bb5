package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files go in and out by commands, through a service or straight to the database. */
class FilesByCommandIT {

    private static final String FLAGSHIP = "soviet-union-1953-1964";
    private static final int FACTS = 636;

    @TempDir private Path folder;

    private Path work;
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void makeFolders() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        settings.put("ANNALS_DATA", folder.resolve("data").toString());
    }

    private CommandRun run(int exitCode, String... words) {
        CommandRun run = CommandRun.of(work, null, settings, words);
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(exitCode);
        return run;
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(work.resolve(file));
    }

    /** But for when, by whom, and the hash of all that. */
    private static List<String> own(List<String> facts) {
        return facts.stream().map(fact -> fact.replaceAll(",\"recordedAt\":.*", "")).toList();
    }

    @Test
    void without_a_service_the_database_of_the_folder_is_worked_on() throws IOException {
        run(0, "export", "--timeline", FLAGSHIP, "-o", "facts.ndjson");
        assertThat(lines("facts.ndjson")).hasSize(FACTS);
        run(0, "verify", "facts.ndjson");
        CommandRun imported =
                run(
                        0,
                        "import",
                        "facts.ndjson",
                        "--timeline",
                        "copy",
                        "--title",
                        "A copy",
                        "--as",
                        "clio");
        assertThat(imported.output()).contains(FACTS + " appended, 0 held already, 0 rejected");
        CommandRun again = run(0, "import", "facts.ndjson", "--timeline", "copy");
        assertThat(again.output()).contains("0 appended, " + FACTS + " held already");
        CommandRun exported = run(0, "export", "--timeline", "copy");
        assertThat(exported.complaints()).isEmpty();
        List<String> copy = exported.output().lines().toList();
        assertThat(own(copy)).isEqualTo(own(lines("facts.ndjson")));
        assertThat(copy).allMatch(fact -> fact.contains("\"recordedBy\":\"clio\""));
    }

    @Test
    void beside_a_running_service_both_ways_lead_to_the_same_timeline() throws IOException {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            people.add(
                    "{\"type\":\"PersonBorn\",\"person\":\"p%d\",\"date\":\"1900\"}".formatted(i));
        }
        people.add(5, "{\"type\":\"PersonBorn\",\"person\":\"p\",\"date\":\"long ago\"}");
        Files.write(work.resolve("people.ndjson"), people);
        try (RunningService service = RunningService.start(folder.resolve("data"))) {
            String address = service.baseUri().toString();
            List<String> words = List.of("import", "people.ndjson", "--timeline", "t");
            CommandRun unknown = run(2, with(words, "--server", address));
            assertThat(unknown.complaints()).contains("ANNALS_TOKEN");
            settings.put("ANNALS_TOKEN", service.token());
            CommandRun closed = run(2, with(words, "--server", address));
            assertThat(closed.complaints()).contains("no timeline", "--title");

            CommandRun stopped = run(1, with(words, "--server", address, "--title", "T"));
            assertThat(stopped.output()).contains("5 appended, 0 held already, 1 rejected, of 6");
            assertThat(stopped.complaints()).contains("line 6: /date", "what was appended stays");
            CommandRun direct = run(1, with(words, "--skip-errors"));
            assertThat(direct.output()).contains("5 appended, 5 held already, 1 rejected, of 11");
            assertThat(service.get("/timelines/t").get("facts").longValue()).isEqualTo(10);

            CommandRun csv =
                    run(0, "export", "--timeline", "t", "--format", "csv", "--server", address);
            assertThat(csv.output().lines()).hasSize(11);
            assertThat(csv.output()).contains("PersonBorn", "p9");
        }
    }

    private static String[] with(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void what_cannot_be_done_is_said_in_a_line() throws IOException {
        String nobody = "http://127.0.0.1:1";
        Files.writeString(work.resolve("facts.txt"), "");
        for (List<String> words :
                List.of(
                        List.of("import", "facts.ndjson", "--timeline", "t", "--server", nobody),
                        List.of("import", "facts.txt", "--timeline", "t", "--server", nobody),
                        List.of(
                                "import",
                                "facts.txt",
                                "--timeline",
                                "t",
                                "--format",
                                "csv",
                                "--server",
                                nobody),
                        List.of(
                                "import",
                                "facts.txt",
                                "--timeline",
                                "t",
                                "--format",
                                "csv",
                                "--server",
                                "nonsense"),
                        List.of("export", "--timeline", "t", "--server", nobody))) {
            CommandRun run = run(2, words.toArray(String[]::new));
            assertThat(run.complaints()).startsWith("annals: ").hasLineCount(1);
        }
        assertThat(run(2, "import", "facts.txt").complaints()).contains("--timeline", "Usage:");
        assertThat(run(0, "import", "--help").output()).contains("--skip-errors", "Exit codes:");
    }
}
