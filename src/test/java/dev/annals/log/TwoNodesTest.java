package dev.annals.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.fact.RecordedFact;
import dev.annals.log.AppendOutcome.Appended;
import dev.annals.oracle.History;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import dev.annals.testing.Client;
import dev.annals.testing.EventReader;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.QuestionsOverHttp;
import dev.annals.testing.RunningService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Logs that know nothing of each other but the database, as two nodes do. */
@QuarkusTest
@RunningService
@Timeout(90)
class TwoNodesTest {

    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final Size SIZE = new Size(2, 4, 3, 60, 90);

    @Inject Pool pool;
    @Inject LogReader reader;
    @Inject FactLog thisNode;

    private final String timeline = Client.timeline();

    private FactLog node() {
        return new FactLog(pool, new Tails(pool, reader), new SimpleMeterRegistry());
    }

    private AppendRequest request(List<RecordedFact> facts) {
        List<Draft> drafts = facts.stream().map(f -> new Draft(f.id(), f.fact(), "")).toList();
        return new AppendRequest(timeline, "test", drafts, Optional.empty(), 0);
    }

    private void write(FactLog node, History history) {
        Random random = new Random(history.seed());
        int sent = 0;
        while (sent < history.head()) {
            int size = 1 + random.nextInt(Math.min(4, (int) history.head() - sent));
            AppendOutcome outcome =
                    node.append(request(history.log().subList(sent, sent + size)))
                            .await()
                            .atMost(AT_MOST);
            assertThat(outcome).isInstanceOf(Appended.class);
            sent += size;
        }
    }

    @Test
    void nodes_that_write_to_one_timeline_at_once_keep_its_log_and_its_views_right()
            throws Exception {
        List<Future<?>> written = new ArrayList<>();
        long facts = 0;
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            for (int i = 0; i < 4; i++) {
                FactLog node = node();
                History history = RandomHistory.of(40_000 + i, SIZE);
                facts += history.head();
                written.add(executor.submit(() -> write(node, history)));
            }
            for (Future<?> done : written) {
                done.get();
            }
        }
        History all = LogReading.history(timeline, 0);
        assertThat(all.head()).isEqualTo(facts);
        assertThat(LogReading.facts(timeline).stream().map(f -> f.get("position").longValue()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, facts).boxed().toList());
        new QuestionsOverHttp(timeline, all, new Random(1)).askAround(40);
    }

    @Test
    void nodes_that_take_turns_see_what_the_other_wrote() {
        FactLog one = node();
        FactLog other = node();
        History history = RandomHistory.of(41_000, SIZE);
        for (RecordedFact fact : history.log()) {
            FactLog node = fact.position() % 3 == 0 ? one : other;
            AppendOutcome outcome = node.append(request(List.of(fact))).await().atMost(AT_MOST);
            assertThat(outcome).isInstanceOf(Appended.class);
            AppendOutcome again = one.append(request(List.of(fact))).await().atMost(AT_MOST);
            assertThat(((Appended) again).isNew()).isFalse();
            assertThat(((Appended) again).receipts().getFirst().position())
                    .isEqualTo(fact.position());
        }
        new QuestionsOverHttp(timeline, history, new Random(2)).askAround(40);
    }

    @Test
    void who_follows_one_node_sees_what_another_committed() {
        try (EventReader reader = EventReader.open("/timelines/" + timeline + "/facts")) {
            FactLog other = node();
            History history = RandomHistory.of(42_000, SIZE);
            write(other, history);
            for (long position = 1; position <= history.head(); position++) {
                assertThat(reader.next().id()).isEqualTo(Long.toString(position));
            }
            Client.append(timeline, Facts.event("here")).expect(201);
            assertThat(reader.next().id()).isEqualTo(Long.toString(history.head() + 1));
        }
    }

    @Test
    void who_follows_a_node_that_writes_misses_nothing_of_what_others_write() throws Exception {
        History mine = RandomHistory.of(43_000, SIZE);
        History others = RandomHistory.of(43_001, SIZE);
        long facts = mine.head() + others.head();
        try (EventReader reader = EventReader.open("/timelines/" + timeline + "/facts");
                ExecutorService executor = Executors.newCachedThreadPool()) {
            Future<?> here = executor.submit(() -> write(thisNode, mine));
            Future<?> there = executor.submit(() -> write(node(), others));
            for (long position = 1; position <= facts; position++) {
                assertThat(reader.next().id()).isEqualTo(Long.toString(position));
            }
            here.get();
            there.get();
        }
    }
}
