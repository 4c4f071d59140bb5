package dev.annals.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** History is not edited, whoever tries. */
@QuarkusTest
@RunningService
class ImmutabilityTest {

    private static final Duration AT_MOST = Duration.ofSeconds(10);

    @Inject DataSource database;
    @Inject Pool pool;

    private final String timeline = Client.timeline();

    @BeforeEach
    void append() {
        Client.append(timeline, Facts.event("x")).expect(201);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update facts set json = json",
                "update facts set json = '{}' where position < 0",
                "delete from facts",
                "delete from facts where position < 0",
                "truncate facts",
                "truncate facts, touches cascade",
                "insert into facts select * from facts on conflict (timeline, position) do update set json = ''"
            })
    void the_owner_of_the_database_is_refused(String sql) {
        assertThatThrownBy(() -> execute(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never changed or deleted");
        assertThat(LogReading.facts(timeline)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update facts set json = json",
                "delete from facts",
                "truncate facts",
                "alter table facts disable trigger facts_are_immutable",
                "drop table facts",
                "delete from timelines",
                "delete from touches"
            })
    void the_role_that_the_service_takes_has_no_right_to_it(String sql) throws SQLException {
        assumeTrue(hasRole(), "the owner of this database may not create roles");
        assertThatThrownBy(() -> execute("set local role annals_service", sql))
                .isInstanceOf(SQLException.class)
                .matches(e -> ((SQLException) e).getSQLState().equals("42501"))
                .hasMessageNotContaining("never changed or deleted");
    }

    @Test
    void the_service_works_as_that_role() throws SQLException {
        assumeTrue(hasRole(), "the owner of this database may not create roles");
        String user =
                pool.query("select current_user::text")
                        .execute()
                        .map(rows -> rows.iterator().next().getString(0))
                        .await()
                        .atMost(AT_MOST);
        assertThat(user).isEqualTo("annals_service");
    }

    private boolean hasRole() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select from pg_roles where rolname = 'annals_service' and pg_has_role(oid, 'member')")) {
            return rows.next();
        }
    }
}
