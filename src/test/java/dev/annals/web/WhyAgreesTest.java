package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.why.Rule;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.History;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the history, the reasons are the answer's own, and no fact is lost. */
@QuarkusTest
@RunningService
class WhyAgreesTest {

    private static final Size CROWDED = new Size(1, 3, 2, 4, 14);
    private static final Size LONG = new Size(4, 5, 4, 60, 120);
    private static final int AT_ONCE = 4;

    @Test
    void the_reasons_are_those_of_the_answer_and_each_fact_is_used_set_aside_or_counted()
            throws Exception {
        Set<String> rules = new TreeSet<>(ask(LongStream.range(40_000, 40_250), Size.SMALL, 8));
        rules.addAll(ask(LongStream.range(50_000, 50_400), CROWDED, 8));
        rules.addAll(ask(LongStream.range(60_000, 60_010), LONG, 60));

        assertThat(rules)
                .as("rules that decided something")
                .isEqualTo(
                        Arrays.stream(Rule.values())
                                .map(Rule::id)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> ask(LongStream seeds, Size size, int questions) throws Exception {
        List<Callable<Set<String>>> runs =
                seeds.<Callable<Set<String>>>mapToObj(
                                seed -> () -> ask(RandomHistory.of(seed, size), questions))
                        .toList();
        Set<String> rules = new TreeSet<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : executor.invokeAll(runs)) {
                rules.addAll(done.get());
            }
        }
        return rules;
    }

    private static Set<String> ask(History history, int questions) {
        String timeline = Client.timeline();
        Stream<ObjectNode> facts = history.log().stream().map(FactWriter::write);
        Client.append(timeline, JsonNodeFactory.instance.arrayNode().addAll(facts.toList()))
                .expect(201);
        WhyOverHttp why = new WhyOverHttp(timeline, history);
        try {
            why.ask(questions);
            why.retractSomething();
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + history, e);
        }
        return why.rules();
    }
}
