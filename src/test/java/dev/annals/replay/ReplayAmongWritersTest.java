package dev.annals.replay;

import static dev.annals.testing.Facts.fact;
import static dev.annals.testing.Facts.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Client;
import dev.annals.testing.EventReader;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers who follow, lose the line and come back, while others write. */
@QuarkusTest
@RunningService
@Timeout(30)
class ReplayAmongWritersTest {

    private static final int WRITERS = 3;
    private static final int READERS = 4;
    private static final int REQUESTS = 25;
    private static final int FACTS_A_REQUEST = 3;
    private static final int FACTS_BEFORE = 50;
    private static final int FACTS = FACTS_BEFORE + WRITERS * REQUESTS * FACTS_A_REQUEST;

    /**
     * @param known how much of the log was history when the replay began; the rest came live
     */
    private record Told(long known, List<Long> positions) {}

    private final String timeline = Client.timeline();

    @Test
    void each_reader_is_told_each_fact_once_whatever_breaks() throws Exception {
        append(new Random(0), FACTS_BEFORE);
        List<Callable<Told>> tasks = new ArrayList<>();
        for (int i = 1; i <= WRITERS; i++) {
            Random random = new Random(i);
            tasks.add(() -> write(random));
        }
        for (int i = 1; i <= READERS; i++) {
            Random random = new Random(100 + i);
            tasks.add(() -> follow(random));
        }
        List<Long> all = LongStream.rangeClosed(1, FACTS).boxed().toList();

        try (ExecutorService executor = Executors.newFixedThreadPool(WRITERS + READERS)) {
            List<Future<Told>> done = executor.invokeAll(tasks);
            for (Future<Told> writer : done.subList(0, WRITERS)) {
                writer.get();
            }
            for (Future<Told> reader : done.subList(WRITERS, done.size())) {
                Told told = reader.get();
                int known = (int) told.known();
                assertThat(told.positions().subList(0, known))
                        .containsExactlyInAnyOrderElementsOf(all.subList(0, known));
                assertThat(told.positions().subList(known, FACTS))
                        .isEqualTo(all.subList(known, FACTS));
            }
        }
    }

    private Told write(Random random) {
        for (int i = 0; i < REQUESTS; i++) {
            append(random, FACTS_A_REQUEST);
        }
        return new Told(0, List.of());
    }

    private Told follow(Random random) {
        long known = -1;
        List<Long> told = new ArrayList<>();
        String[] headers = {};
        while (told.size() < FACTS) {
            try (EventReader reader =
                    Playback.open(timeline, "speed=max&follow=true&from=1900&to=2000", headers)) {
                int most = 1 + random.nextInt(60);
                for (int i = 0; i < most && told.size() < FACTS; i++) {
                    Playback.Seen seen = Playback.seen(reader.next(), 0);
                    told.add(seen.position());
                    known = known < 0 ? Cursor.parse(seen.id()).known() : known;
                    headers = new String[] {"Last-Event-ID", seen.id()};
                }
            }
        }
        return new Told(known, told);
    }

    private void append(Random random, int count) {
        ObjectNode[] facts = new ObjectNode[count];
        for (int i = 0; i < count; i++) {
            LocalDate date = LocalDate.parse("1953-01-01").plusDays(random.nextInt(4_000));
            facts[i] = fact("EventOccurred", "title", "It happened", "date", date.toString());
        }
        Client.append(timeline, list(facts)).expect(201);
    }
}
