package dev.annals.domain.span;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.oracle.FactReader;
import dev.annals.oracle.Oracle;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The worked examples of the specification judge the folds, and the oracle that judges the folds.
 */
class SpanCasesTest {

    private interface Answering {
        Oracle.State state(List<RecordedFact> log, long known, Bounds question);
    }

    @TestFactory
    Stream<DynamicTest> the_folds_answer_as_the_worked_example_says() throws IOException {
        return cases((log, known, question) -> RealFolds.of(log, known).stateOn(question));
    }

    @TestFactory
    Stream<DynamicTest> the_oracle_answers_as_the_worked_example_says() throws IOException {
        return cases((log, known, question) -> new Oracle(log, known).stateOn(question));
    }

    private static Stream<DynamicTest> cases(Answering answering) throws IOException {
        JsonNode cases;
        try (InputStream file = SpanCasesTest.class.getResourceAsStream("/spans/cases.json")) {
            cases = new ObjectMapper().readTree(file);
        }
        assertThat(cases.size()).isGreaterThanOrEqualTo(26);
        return StreamSupport.stream(cases.spliterator(), false)
                .map(
                        example ->
                                DynamicTest.dynamicTest(
                                        example.get("name").asText(),
                                        () -> check(example, answering)));
    }

    private static void check(JsonNode example, Answering answering) {
        List<RecordedFact> log = FactReader.readLog(example.get("facts"));
        for (JsonNode question : example.get("questions")) {
            String on = question.get("on").asText();
            long known = question.get("known").asLong();
            assertThat(answering.state(log, known, EdtfDate.parse(on).bounds()).entries())
                    .as("on %s as known at %d", on, known)
                    .isEqualTo(entries(question.get("state")));
        }
    }

    private static List<Oracle.Entry> entries(JsonNode state) {
        List<Oracle.Entry> entries = new ArrayList<>();
        for (JsonNode entry : state) {
            entries.add(
                    new Oracle.Entry(
                            entry.get("kind").asText(),
                            entry.get("subject").asText(),
                            entry.get("value").asText(),
                            entry.get("certainty").asText()));
        }
        return entries.stream().sorted().toList();
    }
}
