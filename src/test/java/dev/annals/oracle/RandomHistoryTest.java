package dev.annals.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.RecordedFact;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test on random histories is worth what these reach. */
class RandomHistoryTest {

    @Test
    void the_same_seed_makes_the_same_history() {
        histories().forEach(h -> assertThat(RandomHistory.of(h.seed())).isEqualTo(h));
    }

    @Test
    void a_history_reads_back_from_the_lines_it_is_printed_in() throws IOException {
        for (History history : histories().toList()) {
            String lines = history.toString();
            var json = new ObjectMapper().readTree(lines.substring(lines.indexOf('[')));
            assertThat(FactReader.readLog(json)).isEqualTo(history.log());
        }
    }

    @Test
    void an_amendment_names_an_earlier_fact_and_a_correction_a_plain_one_of_its_type() {
        histories().forEach(RandomHistoryTest::checkReferences);
    }

    private static void checkReferences(History history) {
        Map<UUID, Fact> earlier = new HashMap<>();
        for (RecordedFact recorded : history.log()) {
            if (recorded.fact() instanceof Fact.Amendment amendment) {
                assertThat(earlier).as("%s", history).containsKey(amendment.fact());
            }
            if (recorded.fact() instanceof Fact.FactCorrected correction) {
                assertThat(earlier.get(correction.fact()))
                        .as("%s", history)
                        .hasSameClassAs(correction.with());
            }
            earlier.put(recorded.id(), recorded.fact());
        }
    }

    @Test
    void facts_are_of_every_type() {
        assertThat(histories().flatMap(h -> h.log().stream()).map(f -> FactType.of(f.fact())))
                .contains(FactType.values());
    }

    @Test
    void spans_are_of_every_make() {
        List<PlainSpan> spans =
                histories().flatMap(h -> new Oracle(h.log(), h.head()).spans().stream()).toList();
        List<Predicate<PlainSpan>> makes =
                List.of(
                        span -> span.acting(),
                        span -> span.until().isEmpty(),
                        span -> span.isBefore() && span.kind().equals("place"),
                        span -> span.isBefore() && span.begins().size() == 1,
                        span -> span.isBefore() && span.begins().isEmpty(),
                        span -> span.ends().size() == 3,
                        span -> span.limits().size() == 1,
                        span -> span.limits().size() == 2,
                        span -> span.since().date().isEmpty(),
                        span -> span.since().bounds().earliest().equals(Day.BEFORE_ALL),
                        span -> span.certainFrom().equals(Day.AFTER_ALL),
                        span -> span.certainUntil().equals(Day.BEFORE_ALL));
        for (Predicate<PlainSpan> make : makes) {
            assertThat(spans).as("make %d", makes.indexOf(make)).anyMatch(make);
        }
    }

    @Test
    void answers_are_of_every_kind() {
        List<Oracle.State> states =
                histories()
                        .flatMap(
                                h ->
                                        RandomHistory.questions(h).stream()
                                                .limit(20)
                                                .map(
                                                        q ->
                                                                new Oracle(h.log(), h.head())
                                                                        .stateOn(q.bounds())))
                        .toList();
        assertThat(states)
                .anyMatch(state -> state.entries().isEmpty())
                .anyMatch(state -> !state.emptyOffices().isEmpty());
        for (String kind : List.of("office", "body", "place")) {
            for (String certainty : List.of("certain", "possible")) {
                assertThat(states.stream().flatMap(state -> state.entries().stream()))
                        .anyMatch(e -> e.kind().equals(kind) && e.certainty().equals(certainty));
            }
        }
    }

    @Test
    void a_fault_is_shrunk_to_the_facts_it_takes() {
        Predicate<History> retractsARetraction =
                h -> h.log().stream().anyMatch(f -> isRetracted(f, h) && retracts(f));
        History faulty = histories().filter(retractsARetraction).findFirst().orElseThrow();
        History shrunk = faulty.shrunk(retractsARetraction);
        assertThat(shrunk.log())
                .hasSize(3)
                .extracting(RecordedFact::position)
                .containsExactly(1L, 2L, 3L);
        checkReferences(shrunk);
    }

    private static boolean retracts(RecordedFact fact) {
        return fact.fact() instanceof Fact.FactRetracted;
    }

    private static boolean isRetracted(RecordedFact fact, History history) {
        return history.log().stream()
                .anyMatch(
                        other ->
                                other.fact() instanceof Fact.FactRetracted r
                                        && r.fact().equals(fact.id()));
    }

    private static Stream<History> histories() {
        return LongStream.range(0, 600).mapToObj(RandomHistory::of);
    }
}
