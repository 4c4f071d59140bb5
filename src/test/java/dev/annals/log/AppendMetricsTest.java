package dev.annals.log;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.event;
import static dev.annals.testing.Facts.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.oracle.RandomHistory;
import dev.annals.testing.Client;
import dev.annals.testing.Metrics;
import dev.annals.testing.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an append moves in the metrics, as an operator sees it. */
@QuarkusTest
@RunningService
@Timeout(60)
class AppendMetricsTest {

    private static final String COMMITTED =
            "annals_append_commit_seconds_count{outcome=\"committed\"}";
    private static final String FAILED = "annals_append_commit_seconds_count{outcome=\"failed\"}";
    private static final String KEPT = "annals_lane_memory_total{found=\"kept\"}";
    private static final String CAUGHT_UP = "annals_lane_memory_total{found=\"caught_up\"}";
    private static final String ANEW = "annals_lane_memory_total{found=\"anew\"}";

    @Inject DataSource database;
    @Inject MeterRegistry meters;
    @Inject Pool pool;
    @Inject LogReader reader;

    private final String timeline = Client.timeline();
    private final Metrics before = Metrics.now();

    private void append(JsonNode facts) {
        Client.append(timeline, facts).expect(201);
    }

    @Test
    void an_append_is_counted_timed_and_weighed() {
        append(list(event("a"), event("b"), assumed("premier", "malenkov", "1953")));
        assertThat(before.growth("annals_append_facts_total")).isEqualTo(3);
        assertThat(before.growth("annals_append_group_count")).isEqualTo(1);
        assertThat(before.growth("annals_append_group_sum")).isEqualTo(3);
        assertThat(before.growth("annals_append_group_bucket{le=\"10.0\"}")).isEqualTo(1);
        assertThat(before.growth("annals_append_group_bucket{le=\"1.0\"}")).isZero();
        assertThat(before.growth(COMMITTED)).isEqualTo(1);
        for (String timed :
                List.of("annals_append_wait", "annals_views_read", "annals_views_fold")) {
            assertThat(before.growth(timed + "_seconds_count")).as(timed).isEqualTo(1);
            assertThat(before.growth(timed + "_seconds_sum")).as(timed).isPositive();
        }
    }

    @Test
    void what_a_lane_remembers_is_told() {
        append(assumed("premier", "malenkov", "1953"));
        assertThat(before.growth(ANEW)).isEqualTo(1);
        append(assumed("premier", "bulganin", "1955"));
        assertThat(before.growth(KEPT)).isEqualTo(1);

        Draft draft =
                new Draft(
                        UUID.randomUUID(),
                        RandomHistory.of(7, new RandomHistory.Size(2, 2, 2, 5, 5))
                                .log()
                                .getFirst()
                                .fact(),
                        "");
        new FactLog(pool, new Tails(pool, reader), new SimpleMeterRegistry())
                .append(
                        new AppendRequest(
                                timeline, "other node", List.of(draft), Optional.empty(), 0))
                .await()
                .atMost(Duration.ofSeconds(20));
        append(assumed("premier", "khrushchev", "1958"));
        assertThat(before.growth(CAUGHT_UP)).isEqualTo(1);
        assertThat(Metrics.now().value("annals_lane_memory_facts")).isGreaterThan(2);
    }

    @Test
    void a_commit_that_the_database_does_not_take_has_failed() throws SQLException {
        asOwner("alter table facts add constraint a_trap check (json not like '%fell into it%')");
        try {
            Client.append(timeline, event("fell into it")).problem(500, "internal-error");
        } finally {
            asOwner("alter table facts drop constraint a_trap");
        }
        assertThat(before.growth(FAILED)).isEqualTo(1);
        assertThat(before.growth(COMMITTED)).isZero();
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void who_waits_is_seen_while_he_waits() throws Exception {
        try (HeldLane lane = HeldLane.of(database, meters, timeline)) {
            assertThat(before.growth("annals_append_lanes")).isEqualTo(1);
            assertThat(Metrics.now().value("annals_append_oldest_seconds")).isZero();
            lane.send(list(event("a"), event("b")));
            assertThat(Metrics.now().value("annals_append_waiting")).isEqualTo(2);
            Metrics.await("annals_append_oldest_seconds", seconds -> seconds > 0.1);
            lane.letGo();
        }
        Metrics.await("annals_append_lanes", lanes -> lanes == 0);
        Metrics.await("annals_append_waiting", facts -> facts == 0);
        assertThat(Metrics.now().value("annals_append_oldest_seconds")).isZero();
    }

    @Test
    void what_the_database_did_is_timed() {
        String statements =
                "postgresql_processing_seconds_count{clientName=\"<default>\",clientType=\"sql\"}";
        String connections =
                "sql_pool_usage_seconds_count{pool_name=\"__vertx.DEFAULT\",pool_type=\"sql\"}";
        append(event("a"));
        Metrics.await(statements, count -> count > before.value(statements));
        Metrics.await(connections, count -> count > before.value(connections));
    }
}
