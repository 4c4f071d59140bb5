package dev.annals.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.log.Rebuild.Difference;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.History;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.QuestionsOverHttp;
import dev.annals.testing.RunningService;
import dev.annals.views.Views;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@RunningService
@TestProfile(RebuildTest.Alone.class)
@Timeout(120)
class RebuildTest {

    /** A database of its own: a rebuild goes over all timelines that others have left. */
    public static final class Alone implements QuarkusTestProfile {}

    private static final Difference NONE = new Difference(0, 0);
    private static final Size SIZE = new Size(3, 5, 3, 150, 200);

    @Inject Vertx vertx;
    @Inject Primary primary;
    @Inject Pool pool;

    private final List<Rebuild.Progress> told = new ArrayList<>();
    private String timeline;

    @BeforeEach
    void open() {
        timeline = Client.timeline();
    }

    private PgConnectOptions database() {
        return primary.find(vertx).toCompletionStage().toCompletableFuture().join();
    }

    private Rebuild rebuild() {
        return Rebuild.on(vertx, database(), told::add).orElseThrow();
    }

    private void swap() {
        try (Rebuild rebuild = rebuild()) {
            rebuild.swap();
        }
    }

    private void assertSame() {
        try (Rebuild rebuild = rebuild()) {
            assertThat(rebuild.check())
                    .hasSize(4)
                    .allSatisfy((_, d) -> assertThat(d).isEqualTo(NONE));
        }
    }

    private void write(History history) {
        Random random = new Random(history.seed());
        List<RecordedFact> log = history.log();
        int sent = 0;
        while (sent < log.size()) {
            int size = Math.min(1 + random.nextInt(40), log.size() - sent);
            ArrayNode request = Facts.list();
            log.subList(sent, sent + size).forEach(fact -> request.add(FactWriter.write(fact)));
            Client.append(timeline, request).expect(201);
            sent += size;
        }
    }

    private void asOwner(String sql) {
        PgConnection connection =
                PgConnection.connect(vertx, database())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        try {
            connection.query(sql).execute().toCompletionStage().toCompletableFuture().join();
        } finally {
            connection.close();
        }
    }

    private List<String> shapes() {
        return pool
                .query(
                        """
                        select indexdef from pg_indexes where tablename = any('{touches,amended_facts,spans,entities}')
                        union all
                        select table_name || ' ' || grantee || ' ' || privilege_type
                        from information_schema.role_table_grants
                        where table_name = any('{touches,amended_facts,spans,entities}') and grantee = 'annals_service'
                        union all
                        select conname || ' ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
                        where conrelid = any('{touches,amended_facts,spans,entities}'::regclass[])
                        union all
                        select tablename || ' of ' || tableowner from pg_tables
                        where tablename = any('{touches,amended_facts,spans,entities}')
                        order by 1
                        """)
                .executeAndAwait()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void a_rebuild_comes_to_the_rows_that_the_appends_have_written() {
        for (long seed = 50_000; seed < 50_010; seed++) {
            timeline = Client.timeline();
            write(RandomHistory.of(seed, SIZE));
        }
        assertSame();
        assertThat(told.getLast().position()).isEqualTo(told.getLast().head());
    }

    /** So many that they are hashed in slices and folded away from the event loop. */
    @Test
    void so_it_does_where_they_came_in_large_groups() {
        Client.append(timeline, tenures(0, 700)).expect(201);
        Client.append(timeline, tenures(350, 700)).expect(201);
        assertSame();
    }

    private static ArrayNode tenures(int first, int count) {
        ArrayNode facts = Facts.list();
        for (int i = first; i < first + count; i++) {
            String office = "office-" + i % 40;
            facts.add(Facts.named("person-" + i, "Person " + i));
            facts.add(Facts.assumed(office, "person-" + i, "" + (1500 + i / 4)));
            facts.add(Facts.vacated(office, "person-" + i, "" + (1510 + i / 4)));
        }
        return facts;
    }

    @Test
    void after_the_swap_all_is_as_it_was() {
        History history = RandomHistory.of(50_100, SIZE);
        write(history);
        List<String> before = shapes();
        swap();
        assertThat(shapes()).isEqualTo(before).hasSizeGreaterThan(15);
        assertSame();
        Client.append(timeline, Facts.event("afterwards")).expect(201);
        assertSame();
        new QuestionsOverHttp(timeline, history, new Random(1)).askAround(20);
    }

    @Test
    void appends_and_questions_go_on_meanwhile() throws Exception {
        write(RandomHistory.of(50_200, SIZE));
        AtomicBoolean isOver = new AtomicBoolean();
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            List<Future<Integer>> others = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                others.add(executor.submit(() -> appendUntil(isOver)));
                others.add(executor.submit(() -> askUntil(isOver)));
            }
            swap();
            swap();
            isOver.set(true);
            for (Future<Integer> other : others) {
                assertThat(other.get()).isGreaterThan(3);
            }
        }
        assertSame();
        new QuestionsOverHttp(timeline, LogReading.history(timeline, 0), new Random(2))
                .askAround(20);
    }

    private int appendUntil(AtomicBoolean isOver) {
        int appended = 0;
        for (Random random = new Random(appended); !isOver.get(); appended++) {
            String person = "person-" + random.nextInt(20);
            Client.append(
                            timeline,
                            Facts.assumed("office", person, "19" + (10 + random.nextInt(90))))
                    .expect(201);
        }
        return appended;
    }

    private int askUntil(AtomicBoolean isOver) {
        int asked = 0;
        for (; !isOver.get(); asked++) {
            Client.get("/timelines/" + timeline + "/state?on=1950").expect(200);
        }
        return asked;
    }

    @Test
    void who_holds_the_views_is_waited_for() throws Exception {
        write(RandomHistory.of(50_250, SIZE));
        PgConnection holder =
                PgConnection.connect(vertx, database())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        holder.query("begin; lock table spans in access share mode")
                .execute()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            Future<?> swapped = executor.submit(this::swap);
            assertThatThrownBy(() -> swapped.get(2, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
            Client.append(timeline, Facts.event("meanwhile")).expect(201);
            holder.close();
            swapped.get();
        }
        assertSame();
    }

    @Test
    void rows_that_were_tampered_with_are_found_and_put_right() {
        History history = RandomHistory.of(50_300, SIZE);
        write(history);
        asOwner(
                "update spans set begin_earliest = begin_earliest - 1 where ctid = (select min(ctid) from spans where begin_earliest > -1000000)");
        asOwner("delete from entities where ctid = (select min(ctid) from entities)");
        try (Rebuild rebuild = rebuild()) {
            Map<String, Difference> found = rebuild.check();
            assertThat(found.get("spans")).isEqualTo(new Difference(1, 1));
            assertThat(found.get("entities")).isEqualTo(new Difference(0, 1));
        }
        swap();
        assertSame();
    }

    @Test
    void of_two_rebuilds_at_once_one_is_refused() {
        try (Rebuild _ = rebuild()) {
            assertThat(Rebuild.on(vertx, database(), told::add)).isEmpty();
        }
        rebuild().close();
    }

    @Test
    void a_node_with_older_rules_than_the_views_appends_nothing() {
        asOwner("update rules set version = " + (Views.RULES + 1));
        try {
            Client.append(timeline, Facts.event("too late")).problem(503, "unavailable");
            Client.ask(timeline, "state?on=1961");
        } finally {
            asOwner("update rules set version = " + Views.RULES);
        }
        Client.append(timeline, Facts.event("in time")).expect(201);
    }
}
