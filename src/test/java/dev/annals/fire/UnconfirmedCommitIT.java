package dev.annals.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL calls a commit a success, with a warning, when its wait for the synchronous standby is
 * cancelled. A fail-over would lose it, so it must not be acknowledged.
 */
class UnconfirmedCommitIT {

    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final int CANCELLED = 3;

    private static final String WAITING =
            "from pg_stat_activity where wait_event = 'SyncRep' and backend_type = 'client backend'";

    private static final String EVENT =
            """
            {"id": "01a20499-6558-7e3f-971f-a299b801eeba", "type": "EventOccurred", "title": "A test", "date": "1961"}
            """;

    @TempDir private Path folder;

    @Test
    void what_no_standby_has_is_not_acknowledged_whoever_cancels_the_wait_for_it() {
        Report report = new Report(0);
        try (World world = World.start(folder, 1, report)) {
            URI node = world.nodes().getFirst().uri();
            Sender sender = world.sender();
            sender.open("unconfirmed", () -> node);
            PostgresServer postgres = world.primary();
            waitFor(postgres, "nobody");
            Acknowledged acknowledged = new Acknowledged();
            CompletableFuture<Void> append =
                    CompletableFuture.runAsync(
                            () -> sender.append("unconfirmed", EVENT, () -> node, acknowledged));
            for (int i = 0; i < CANCELLED; i++) {
                Patience.atMost(AT_MOST)
                        .until(
                                "the commit waits",
                                () -> postgres.number("select count(*) " + WAITING) > 0);
                postgres.sql("select pg_cancel_backend(pid) " + WAITING);
            }
            Patience.atMost(AT_MOST)
                    .until(
                            "the commit is tried again",
                            () -> postgres.number("select count(*) " + WAITING) > 0);
            assertThat(append).isNotDone();

            waitFor(postgres, "");
            append.orTimeout(AT_MOST.toSeconds(), TimeUnit.SECONDS).join();
            assertThat(acknowledged.count()).isEqualTo(1);
            assertThat(postgres.number("select head from timelines where id = 'unconfirmed'"))
                    .isEqualTo(1);
        }
    }

    private static void waitFor(PostgresServer postgres, String standby) {
        postgres.sql("alter system set synchronous_standby_names = '" + standby + "'");
        postgres.sql("select pg_reload_conf()");
    }
}
