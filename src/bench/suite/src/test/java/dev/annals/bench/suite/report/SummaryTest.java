package dev.annals.bench.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private final List<Sample> samples = new ArrayList<>();

    @Test
    void a_ratio_above_one_is_ahead_for_rates_and_for_times() {
        given("Annals", "ANNALS", Figure.FACTS_A_SECOND, 90, 200, 110);
        given("other", "PEER", Figure.FACTS_A_SECOND, 50, 55, 60);
        given("Annals", "ANNALS", Figure.P99_MICROS, 10);
        given("other", "PEER", Figure.P99_MICROS, 20, 40);

        assertThat(summaries(OptionalDouble.empty()))
                .filteredOn(summary -> summary.kind().equals("PEER"))
                .extracting(summary -> summary.ratio().orElseThrow())
                .containsExactly(2.0, 3.0);
    }

    @Test
    void a_peer_that_wins_is_printed_as_winning() {
        given("Annals", "ANNALS", Figure.FACTS_A_SECOND, 10);
        given("other", "PEER", Figure.FACTS_A_SECOND, 20);

        assertThat(Table.of(summaries(OptionalDouble.of(0.5)), List.of()))
                .contains("PEER WINS, reached 0.50");
        assertThat(Table.of(summaries(OptionalDouble.of(0.6)), List.of()))
                .contains("PEER WINS, MISSED 0.60");
    }

    private void given(String who, String kind, Figure figure, double... values) {
        for (double value : values) {
            samples.add(new Sample("work", who, kind, 1, 300, true, Map.of(figure, value)));
        }
    }

    private List<Summary> summaries(OptionalDouble target) {
        return Summary.of(
                samples, (_, who, _) -> who.equals("other") ? target : OptionalDouble.empty());
    }
}
