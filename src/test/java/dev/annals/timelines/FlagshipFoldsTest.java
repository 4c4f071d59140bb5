package dev.annals.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.oracle.Oracle;
import dev.annals.oracle.PlainSpan;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void the_folds_and_the_oracle_agree_at_every_known_position() {
        List<RecordedFact> log = FILE.log();
        List<RecordedFact> oracleLog =
                FILE.oracleLog().stream().filter(FlagshipFoldsTest::mayMoveSpans).toList();

        assertThat(
                        disagreements(
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

    /** Others are left out for the oracle's sake, who reads all of them for every question. */
    private static boolean mayMoveSpans(RecordedFact fact) {
        return switch (fact.fact()) {
            case Fact.PersonDescribed _, Fact.PlaceDescribed _ -> false;
            case Fact.PersonBorn _, Fact.EventOccurred _ -> false;
            case Fact.OfficeDescribed _, Fact.Dated _, Fact.Amendment _ -> true;
        };
    }

    private static List<Long> disagreements(
            LongFunction<List<PlainSpan>> one, LongFunction<List<PlainSpan>> other) {
        return LongStream.rangeClosed(0, FILE.head())
                .parallel()
                .filter(known -> !one.apply(known).equals(other.apply(known)))
                .boxed()
                .toList();
    }
}
