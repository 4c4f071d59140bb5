package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartAndStopIT {

    private static final String FLAGSHIP = "soviet-union-1953-1964";
    private static final String STATE = "/timelines/" + FLAGSHIP + "/state?on=1958-03-28";
    private static final int ENOUGH_APPENDS = 25;
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir private Path folder;

    @Test
    void a_first_start_serves_the_flagship_and_a_second_keeps_facts_and_token() throws IOException {
        Path data = folder.resolve("data");
        String token;
        long head;
        try (RunningService first = RunningService.start(data)) {
            assertThat(first.get(STATE).toString()).contains("nikita-khrushchev");
            token = first.token();
            head = head(first);
            assertThat(append(first, token).statusCode()).isEqualTo(201);
            List<ProcessHandle> processes = first.processes();
            assertThat(processes).isNotEmpty();
            first.terminate();
            assertThat(processes).noneMatch(ProcessHandle::isAlive);
        }
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("write-token"))).isEqualTo("rw-------");
        assertThat(permissions(data.resolve("postgres-password"))).isEqualTo("rw-------");
        try (RunningService second = RunningService.start(data)) {
            assertThat(second.token()).isEqualTo(token);
            assertThat(head(second)).isEqualTo(head + 1);
            assertThat(second.output()).doesNotContain("opened the timeline");
        }
    }

    @Test
    void a_killed_service_starts_again_with_every_fact_that_it_acknowledged() {
        try (RunningService killed = RunningService.start(folder)) {
            String token = killed.token();
            SteadyWriter writer = SteadyWriter.start(killed, FLAGSHIP, token);
            awaitAppends(writer, ENOUGH_APPENDS);
            killed.kill();
            writer.stop();
            assertThat(killed.postgres()).as("runs on by itself").anyMatch(ProcessHandle::isAlive);

            try (RunningService again = RunningService.start(folder)) {
                assertThat(writer.acknowledged()).allMatch(id -> holds(again, id));
                assertThat(append(again, token).statusCode()).isEqualTo(201);
            }
        }
    }

    @Test
    void the_service_outlives_its_killed_database_and_keeps_what_it_acknowledged() {
        try (RunningService service = RunningService.start(folder);
                SteadyWriter writer = SteadyWriter.start(service, FLAGSHIP, service.token())) {
            awaitAppends(writer, ENOUGH_APPENDS);
            ProcessHandle killed = service.postgres().findFirst().orElseThrow();

            killed.destroyForcibly();

            int acknowledged = writer.acknowledged().size();
            awaitAppends(writer, acknowledged + ENOUGH_APPENDS);
            writer.stop();
            assertThat(service.postgres()).isNotEmpty().doesNotContain(killed);
            assertThat(service.status(STATE)).isEqualTo(200);
            assertThat(writer.acknowledged()).allMatch(id -> holds(service, id));
        }
    }

    @Test
    void a_second_service_on_the_folder_is_refused_in_one_line() {
        try (RunningService first = RunningService.start(folder);
                ServiceProcess second = ServiceProcess.start(folder, Map.of())) {
            assertThat(second.awaitExit()).isNotZero();
            assertThat(second.output().strip())
                    .startsWith("annals: ")
                    .contains(folder.toString(), "in use")
                    .doesNotContain("\n");
            assertThat(first.status(STATE)).isEqualTo(200);
        }
    }

    @Test
    void a_malformed_setting_is_told_in_one_line() {
        Map<String, String> settings =
                Map.of("ANNALS_DATABASE_URL", "mysql://root:secret@localhost/annals");
        try (ServiceProcess refused = ServiceProcess.start(folder, settings)) {
            assertThat(refused.awaitExit()).isNotZero();
            assertThat(refused.output().strip())
                    .contains("ANNALS_DATABASE_URL")
                    .doesNotContain("\n", "secret");
        }
    }

    @Test
    void a_database_of_the_operator_is_used_and_none_is_started() throws IOException {
        try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
            String url = "postgresql://postgres@127.0.0.1:" + database.getPort() + "/postgres";
            Map<String, String> settings =
                    Map.of("ANNALS_DATABASE_URL", url, "ANNALS_WRITE_TOKENS", "ann=open-sesame");
            Path data = folder.resolve("data");
            try (RunningService one = RunningService.start(data, settings);
                    RunningService other = RunningService.start(data, settings)) {
                assertThat(append(one, "open-sesame").statusCode()).isEqualTo(201);
                assertThat(head(other)).isEqualTo(head(one));
                assertThat(one.processes()).isEmpty();
                assertThat(one.output()).doesNotContain("Write token");
            }
            assertThat(data).doesNotExist();
        }
    }

    private static long head(RunningService service) {
        JsonNode timeline = service.get("/timelines/" + FLAGSHIP);
        return timeline.get("facts").longValue();
    }

    private static HttpResponse<String> append(RunningService service, String token) {
        return service.append(FLAGSHIP, SteadyWriter.fact(UUID.randomUUID()), token);
    }

    private static boolean holds(RunningService service, UUID id) {
        return service.status("/timelines/" + FLAGSHIP + "/facts/" + id) == 200;
    }

    private static void awaitAppends(SteadyWriter writer, int count) {
        long startNanos = System.nanoTime();
        while (writer.acknowledged().size() < count) {
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(SOON);
            ServiceProcess.pause();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
