package dev.annals.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.annals.log.Primary;
import dev.annals.testing.RunningService;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@RunningService
@TestProfile(MigrationTest.Alone.class)
@Timeout(60)
class MigrationTest {

    /** A database of its own: nobody else may find it held, or of a newer release. */
    public static final class Alone implements QuarkusTestProfile {}

    private static final String WAITING =
            "select count(*) from pg_locks where not granted and relation = 'flyway_schema_history'::regclass";

    @Inject Migration migration;
    @Inject Vertx vertx;
    @Inject Primary primary;

    private PgConnection owner;

    @BeforeEach
    void connect() {
        owner = joined(primary.find(vertx).compose(d -> PgConnection.connect(vertx, d)));
    }

    @AfterEach
    void close() {
        joined(owner.close());
    }

    private static <T> T joined(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private RowSet<Row> run(String sql) {
        return joined(owner.query(sql).execute());
    }

    private long waiting() {
        return run(WAITING).iterator().next().getLong(0);
    }

    private void awaitWaiting(long count) throws InterruptedException {
        while (waiting() != count) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void a_migration_that_is_held_up_lets_others_pass_and_tries_again() throws Exception {
        run("begin");
        run("lock table flyway_schema_history in access exclusive mode");

        var migrated = CompletableFuture.runAsync(() -> migration.run(new StartupEvent()));
        awaitWaiting(1);
        awaitWaiting(0);
        awaitWaiting(1);
        assertThat(migrated).isNotDone();
        run("rollback");

        migrated.get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_schema_of_a_newer_release_is_taken_as_it_is() {
        run(
                """
                insert into flyway_schema_history
                select installed_rank + 1000, '999', 'of a newer release', type, 'V999__newer.sql', 0, installed_by,
                    now(), 0, true
                from flyway_schema_history order by installed_rank desc limit 1
                """);
        try {
            assertThatCode(() -> migration.run(new StartupEvent())).doesNotThrowAnyException();
        } finally {
            run("delete from flyway_schema_history where version = '999'");
        }
    }
}
