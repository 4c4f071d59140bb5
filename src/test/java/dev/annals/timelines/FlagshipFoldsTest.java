package dev.annals.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.fact.RecordedFact;
import dev.annals.oracle.Oracle;
import dev.annals.oracle.PlainSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The file means the same to the real folds and to the oracle. */
class FlagshipFoldsTest {

    private static final Flagship FILE = Flagship.shipped();

    @Test
    void the_service_and_the_oracle_read_the_same_facts() {
        assertThat(FILE.log())
                .extracting(RecordedFact::fact)
                .isEqualTo(FILE.oracleLog().stream().map(RecordedFact::fact).toList());
    }

    /** Subject by subject, since the oracle reads all facts for every span. */
    @Test
    void the_folds_and_the_oracle_agree_on_each_subject_at_every_known_position() {
        TreeSet<String> subjects = new TreeSet<>();
        for (PlainSpan span : FlagshipFolds.spans(FILE.log(), FILE.head())) {
            subjects.add(span.subject());
        }
        assertThat(subjects).hasSizeGreaterThan(30);

        for (String subject : subjects) {
            List<RecordedFact> log = FILE.oracleLogAbout(subject);
            assertThat(
                            disagreements(
                                    log.stream().mapToLong(RecordedFact::position),
                                    known -> FlagshipFolds.spans(log, known),
                                    known -> new Oracle(log, known).spans()))
                    .as(subject)
                    .isEmpty();
        }
    }

    @Test
    void the_folds_and_the_oracle_agree_on_the_whole_file() {
        List<RecordedFact> log = FILE.log();
        List<RecordedFact> oracleLog = FILE.oracleLog();
        LongStream some = LongStream.of(0, 1, 300, 400, 533, FILE.head() - 1, FILE.head());

        assertThat(
                        disagreements(
                                some,
                                known -> FlagshipFolds.spans(log, known),
                                known -> new Oracle(oracleLog, known).spans()))
                .isEmpty();
    }

    @Test
    void a_disagreement_would_be_seen_at_the_position_where_it_begins() {
        List<RecordedFact> log = FILE.log();
        List<RecordedFact> shorter = new ArrayList<>(log);
        shorter.removeLast();

        assertThat(
                        disagreements(
                                LongStream.rangeClosed(600, FILE.head()),
                                known -> FlagshipFolds.spans(log, known),
                                known -> FlagshipFolds.spans(shorter, known)))
                .containsExactly(FILE.head());
    }

    @Test
    void all_kinds_of_spans_are_there() {
        assertThat(FlagshipFolds.spans(FILE.log(), FILE.head()))
                .extracting(PlainSpan::kind)
                .contains("office", "body", "place")
                .hasSizeGreaterThan(180);
    }

    private static List<Long> disagreements(
            LongStream positions,
            LongFunction<List<PlainSpan>> one,
            LongFunction<List<PlainSpan>> other) {
        return positions
                .filter(known -> !one.apply(known).equals(other.apply(known)))
                .boxed()
                .toList();
    }
}
