package dev.annals.web;

import dev.annals.oracle.History;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever the history, however it is cut into requests, the answers are the oracle's. */
@QuarkusTest
@RunningService
class OracleAgreesTest {

    private static final Size CROWDED = new Size(1, 3, 2, 4, 14);
    private static final Size LONG = new Size(4, 5, 4, 60, 120);
    private static final int AT_ONCE = 6;

    @Test
    void answers_to_questions_about_any_history_are_the_oracles_and_stay_as_they_were()
            throws Exception {
        check(LongStream.range(0, 700), Size.SMALL);
    }

    @Test
    void answers_about_a_crowded_office_are_the_oracles() throws Exception {
        check(LongStream.range(10_000, 10_400), CROWDED);
    }

    @Test
    void answers_about_a_long_history_are_the_oracles() throws Exception {
        check(LongStream.range(20_000, 20_010), LONG);
    }

    private static void check(LongStream seeds, Size size) throws Exception {
        List<Callable<Void>> runs =
                seeds.<Callable<Void>>mapToObj(
                                seed ->
                                        () -> {
                                            run(RandomHistory.of(seed, size));
                                            return null;
                                        })
                        .toList();
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : executor.invokeAll(runs)) {
                done.get();
            }
        }
    }

    private static void run(History history) {
        try {
            new HistoryOverHttp(history).run();
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + history, e);
        }
    }
}
