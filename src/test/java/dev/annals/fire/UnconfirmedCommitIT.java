package dev.annals.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When somebody cancels a commit's wait for the synchronous standby, PostgreSQL calls it a success,
 * though only the primary has the facts.
 */
class UnconfirmedCommitIT {

    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final int CANCELS = 5;
    private static final String WAITING =
            "from pg_stat_activity where wait_event = 'SyncRep' and backend_type = 'client backend'";

    @TempDir private Path folder;

    @Test
    void nothing_that_the_standby_has_not_is_acknowledged_so_a_fail_over_loses_nothing() {
        Report report = new Report(0);
        try (World world = World.start(folder, 1, report)) {
            world.addStandby();
            Book book = new Book("unconfirmed", new Acknowledged());
            world.open(List.of(book), new Random(0));
            world.awaitAppends(world.nodes());
            PostgresServer primary = world.primary();

            world.standby().suspend();
            Probe probe = Probe.send(world, book, world.nodes().getFirst());
            for (int i = 0; i < CANCELS; i++) {
                Patience.atMost(A_WHILE)
                        .until(
                                "a commit waits for the standby",
                                () ->
                                        probe.isAcknowledged()
                                                || primary.number("select count(*) " + WAITING)
                                                        > 0);
                primary.number("select count(pg_cancel_backend(pid)) " + WAITING);
            }
            assertThat(probe.isAcknowledged()).isFalse();

            primary.kill();
            world.standby().resume();
            world.failOver();
            Patience.atMost(A_WHILE).until("the fact is in", probe::isAcknowledged);
            assertThat(LogCheck.of(world.primary(), book)).hasSize(2);
        }
        report.expectNothingWrong();
    }
}
