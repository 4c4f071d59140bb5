package dev.annals.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.oracle.FactWriter;
import dev.annals.oracle.RandomHistory;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import dev.annals.verify.DatabaseLogs.Timeline;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever somebody with all rights does to the tables is found. Nothing of it is committed. */
@QuarkusTest
@RunningService
class DatabaseLogsTest {

    @Inject DataSource database;

    private final String timeline = Client.timeline();

    @BeforeEach
    void append() {
        Client.append(timeline, RandomHistory.of(12).log().stream().map(FactWriter::write).toList())
                .expect(201);
    }

    private interface Check {
        void on(DatabaseLogs logs, Timeline timeline) throws SQLException, IOException;
    }

    /** Runs a check on the database as these statements make it. */
    private void after(String statements, Check check) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("set local session_replication_role = replica"); // no triggers
                statement.execute(
                        statements.replace(
                                "mine",
                                "timeline = (select key from timelines where id = '%s')"
                                        .formatted(timeline)));
                DatabaseLogs logs = new DatabaseLogs(connection);
                Timeline row =
                        logs.timelines().stream()
                                .filter(t -> t.id().equals(timeline))
                                .findFirst()
                                .orElse(new Timeline(-1, timeline, 0, null, ""));
                check.on(logs, row);
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void all_that_the_service_has_written_is_whole() throws Exception {
        String head = Client.get("/timelines/" + timeline).json().get("hash").textValue();
        try (Connection connection = database.getConnection()) {
            DatabaseLogs logs = DatabaseLogs.now(connection);
            for (Timeline each : logs.timelines()) {
                List<Noted> noted =
                        each.id().equals(timeline) ? List.of(Noted.parse(head)) : List.of();
                assertThat(logs.check(each, noted).finding()).as(each.id()).isEmpty();
            }
            assertThat(logs.strays()).isEmpty();
            connection.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2 | CHANGED       | update facts set json = replace(json, '"type"', '"note":"x","type"') where position = 2 and mine
            3 | CHANGED       | update facts set json = replace(json, '"recordedBy":"alice"', '"recordedBy":"bob"') where position = 3 and mine
            2 | MISSING       | delete from facts where position = 2 and mine
            1 | MISSING       | delete from facts where position <= 2 and mine
            2 | COLUMN        | delete from facts where position = 2 and mine; update facts set position = -position where position > 2 and mine; update facts set position = -position - 1 where position < 0 and mine
            3 | COLUMN        | update facts f set json = o.json from facts o where o.timeline = f.timeline and o.position = 7 - f.position and f.position in (3, 4) and f.timeline = (select key from timelines t where t.id = !)
            3 | COLUMN        | update facts set id = gen_random_uuid() where position = 3 and mine
            3 | COLUMN        | update facts set type = 'Event' where position = 3 and mine
            3 | COLUMN        | update facts set root = 1 + coalesce(root, 0) where position = 3 and mine
            3 | COLUMN        | update facts set earliest = coalesce(earliest, 0) + 1 where position = 3 and mine
            3 | COLUMN        | update facts set latest = 7 where position = 3 and mine
            4 | COLUMN        | update facts set recorded_at = recorded_at - interval '1 microsecond' where position = 4 and mine
            2 | NOT_JSON      | update facts set json = 'gone' where position = 2 and mine
            """)
    void a_change_of_a_row_is_found(long position, Fault fault, String statements)
            throws Exception {
        after(
                statements.replace("!", "'" + timeline + "'"),
                (logs, row) -> {
                    Finding found = logs.check(row, List.of()).finding().orElseThrow();
                    assertThat(found.fault()).as(found.toString()).isEqualTo(fault);
                    assertThat(found.position()).as(found.toString()).isEqualTo(position);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0  | update timelines set head = head + 1 where id = ?
            -1 | update timelines set head = head - 1 where id = ?
            -1 | update timelines set hash = repeat('0', 64) where id = ?
            -1 | update timelines set recorded_at = recorded_at + interval '1 second' where id = ?
            -1 | update timelines set recorded_at = null where id = ?
            -1 | delete from facts where mine and position = (select head from timelines where id = ?)
            """)
    void a_row_of_the_timeline_that_is_not_its_last_fact_s_is_found(long fromEnd, String statements)
            throws Exception {
        int size = RandomHistory.of(12).log().size();
        after(
                statements.replace("?", "'" + timeline + "'"),
                (logs, row) -> {
                    Finding found = logs.check(row, List.of()).finding().orElseThrow();
                    assertThat(found.fault()).as(found.toString()).isEqualTo(Fault.HEAD);
                    boolean isShort = row.head() < size;
                    assertThat(found.position()).isEqualTo(isShort ? size : size + 1 + fromEnd);
                });
    }

    @Test
    void facts_whose_timeline_was_removed_are_found() throws Exception {
        after(
                "delete from timelines where id = '%s'".formatted(timeline),
                (logs, _) -> {
                    assertThat(logs.strays()).hasSize(1);
                    Finding found = logs.strays().getFirst();
                    assertThat(found.fault()).isEqualTo(Fault.STRAY);
                    assertThat(found.message())
                            .startsWith(RandomHistory.of(12).log().size() + " facts");
                });
    }

    @Test
    void a_log_cut_off_together_with_its_row_is_found_by_a_noted_head() throws Exception {
        int size = RandomHistory.of(12).log().size();
        String head = Client.get("/timelines/" + timeline).json().get("hash").textValue();
        String cut =
                """
                delete from facts where mine and position = %d;
                update timelines t set head = f.position, recorded_at = f.recorded_at, hash = f.json::json ->> 'hash'
                from facts f where f.timeline = t.key and f.position = %d and t.id = '%s'
                """
                        .formatted(size, size - 1, timeline);
        after(
                cut,
                (logs, row) -> {
                    assertThat(logs.check(row, List.of()).finding()).isEmpty();
                    Noted noted = Noted.parse(size + ":" + head);
                    Finding found = logs.check(row, List.of(noted)).finding().orElseThrow();
                    assertThat(found.fault()).isEqualTo(Fault.NOT_AS_NOTED);
                    assertThat(found.position()).isEqualTo(size);
                });
    }
}
