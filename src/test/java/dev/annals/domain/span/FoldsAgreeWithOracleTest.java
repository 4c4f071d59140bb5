package dev.annals.domain.span;

import dev.annals.domain.date.EdtfDate;
import dev.annals.oracle.History;
import dev.annals.oracle.Oracle;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever the history, the folds and the oracle read it alike. */
class FoldsAgreeWithOracleTest {

    private static final Size CROWDED = new Size(1, 3, 2, 4, 14);
    private static final Size LONG = new Size(4, 5, 4, 60, 120);

    @Test
    void the_spans_of_any_history_are_the_oracles_at_every_known_position() {
        Faults.search(LongStream.range(0, 2_000), Size.SMALL, FoldsAgreeWithOracleTest::spans);
    }

    @Test
    void the_spans_of_a_crowded_office_are_the_oracles_at_every_known_position() {
        Faults.search(LongStream.range(0, 8_000), CROWDED, FoldsAgreeWithOracleTest::spans);
    }

    @Test
    void the_spans_of_a_long_history_are_the_oracles_at_every_known_position() {
        Faults.search(LongStream.range(0, 20), LONG, FoldsAgreeWithOracleTest::spans);
    }

    @Test
    void the_state_on_any_date_is_the_oracles_at_every_known_position() {
        Faults.search(LongStream.range(0, 1_000), Size.SMALL, FoldsAgreeWithOracleTest::states);
    }

    @Test
    void the_state_of_a_crowded_office_on_any_date_is_the_oracles_at_every_known_position() {
        Faults.search(LongStream.range(0, 1_500), CROWDED, FoldsAgreeWithOracleTest::states);
    }

    private static Optional<String> spans(History history) {
        for (long known = 0; known <= history.head(); known++) {
            var expected = new Oracle(history.log(), known).spans();
            var actual = RealFolds.of(history.log(), known).spans();
            if (!actual.equals(expected)) {
                return Optional.of(difference("as known at " + known, expected, actual));
            }
        }
        return Optional.empty();
    }

    /**
     * A few of the questions that matter, others at each position, and more of them at the head.
     */
    private static Optional<String> states(History history) {
        List<EdtfDate> questions = new ArrayList<>(RandomHistory.questions(history));
        Collections.shuffle(questions, new Random(history.seed()));
        for (long known = 0; known <= history.head(); known++) {
            var folds = RealFolds.of(history.log(), known);
            int count = known < history.head() ? 3 : 30;
            for (EdtfDate question : questions.subList(0, Math.min(count, questions.size()))) {
                var expected = new Oracle(history.log(), known).stateOn(question.bounds());
                var actual = folds.stateOn(question.bounds());
                if (!actual.equals(expected)) {
                    return Optional.of(
                            "on %s as known at %d%nexpected %s%nbut was  %s"
                                    .formatted(question.text(), known, expected, actual));
                }
            }
            Collections.rotate(questions, 3);
        }
        return Optional.empty();
    }

    static String difference(String asked, List<?> expected, List<?> actual) {
        List<Object> missing = new ArrayList<>(expected);
        actual.forEach(missing::remove);
        List<Object> unexpected = new ArrayList<>(actual);
        expected.forEach(unexpected::remove);
        return "%s%nexpected %s%nbut was  %s".formatted(asked, missing, unexpected);
    }
}
