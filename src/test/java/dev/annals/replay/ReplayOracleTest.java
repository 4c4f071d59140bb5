package dev.annals.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.EdtfDate;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.History;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import dev.annals.testing.Client;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever the history, a replay tells what the oracle says of it. */
@QuarkusTest
@RunningService
class ReplayOracleTest {

    private static final Size CROWDED = new Size(1, 3, 2, 4, 20);
    private static final Size LONG = new Size(4, 5, 4, 320, 600);
    private static final String FLAGSHIP = "soviet-union-1953-1964";
    private static final int AT_ONCE = 4;

    @Test
    void any_history_is_told_as_the_oracle_has_it() throws Exception {
        check(LongStream.range(0, 120), Size.SMALL);
    }

    @Test
    void a_crowded_office_is_told_as_the_oracle_has_it() throws Exception {
        check(LongStream.range(30_000, 30_080), CROWDED);
    }

    @Test
    void a_history_of_several_pages_is_told_as_the_oracle_has_it() throws Exception {
        check(LongStream.range(40_000, 40_002), LONG);
    }

    @Test
    void the_flagship_timeline_is_told_as_the_oracle_has_it() {
        History flagship = LogReading.history(FLAGSHIP, 1953);
        Random random = new Random(1964);

        whole(FLAGSHIP, flagship, flagship.head(), random);
        whole(FLAGSHIP, flagship, flagship.head() - 1, random);
        for (int i = 0; i < 4; i++) {
            part(FLAGSHIP, flagship, random);
        }
    }

    private static void check(LongStream seeds, Size size) throws Exception {
        List<Callable<Void>> runs =
                seeds.mapToObj(seed -> RandomHistory.of(seed, size))
                        .map(ReplayOracleTest::run)
                        .toList();
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : executor.invokeAll(runs)) {
                done.get();
            }
        }
    }

    private static Callable<Void> run(History history) {
        return () -> {
            String timeline = Client.timeline();
            ArrayNode facts = JsonNodeFactory.instance.arrayNode();
            history.log().forEach(f -> facts.add(FactWriter.write(f)));
            Client.append(timeline, facts).expect(201);
            Random random = new Random(history.seed());
            whole(timeline, history, history.head(), random);
            whole(timeline, history, random.nextLong(history.head() + 1), random);
            part(timeline, history, random);
            return null;
        };
    }

    /** All of it, and the rest of it from any event on. */
    private static void whole(String timeline, History history, long known, Random random) {
        String query = "speed=max&known=" + known;
        Playback playback = Playback.of(timeline, query);
        equal(history, query, Optional.empty(), known, playback);
        int index = random.nextInt(playback.events().size());
        if (index < playback.events().size() - 1) {
            Playback.Seen after = playback.events().get(index);
            Playback rest = Playback.resumed(timeline, after, "speed=max");
            equal(history, "after " + after.id(), playback.toldAfter(index), rest.told());
        }
    }

    private static void part(String timeline, History history, Random random) {
        List<EdtfDate> dates = RandomHistory.questions(history);
        EdtfDate from = dates.get(random.nextInt(dates.size()));
        EdtfDate to = dates.get(random.nextInt(dates.size()));
        boolean isRange =
                from.bounds().earliest().isBounded()
                        && to.bounds().latest().isBounded()
                        && !to.bounds().latest().isBefore(from.bounds().earliest());
        if (isRange) {
            String query =
                    "speed=max&from=%s&to=%s"
                            .formatted(Client.encoded(from.text()), Client.encoded(to.text()));
            Bounds range = new Bounds(from.bounds().earliest(), to.bounds().latest());
            Playback playback = Playback.of(timeline, query);
            equal(history, query, Optional.of(range), history.head(), playback);
        }
    }

    private static void equal(
            History history, String what, Optional<Bounds> range, long known, Playback playback) {
        Expected expected = new Expected(history.log(), known);
        List<Expected.Told> told = playback.facts().stream().map(expected::told).toList();
        equal(history, what, expected.told(range), told);
    }

    private static void equal(History history, String what, List<?> expected, List<?> actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(
                    "%s%nexpected %s%nbut was  %s%n%s"
                            .formatted(what, lines(expected), lines(actual), history));
        }
    }

    private static String lines(List<?> items) {
        return String.join("\n  ", items.stream().map(Object::toString).toList());
    }
}
