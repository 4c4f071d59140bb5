package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.annals.oracle.Contradictions;
import dev.annals.oracle.Contradictions.Contradiction;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.History;
import dev.annals.oracle.RandomDisputes;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whatever the history, its conflicts are the oracle's. */
@QuarkusTest
@RunningService
class ContradictionsTest {

    private static final Size CROWDED = new Size(1, 3, 2, 4, 16);
    private static final Size LONG = new Size(4, 5, 4, 60, 120);

    /** How many of each kind were found, so that none goes untested. */
    private final Map<String, Integer> kinds = new TreeMap<>();

    @Test
    void the_conflicts_of_any_history_are_the_oracles_however_they_are_paged_and_narrowed() {
        for (long seed = 0; seed < 50; seed++) {
            check(RandomHistory.of(seed, Size.SMALL));
        }
        for (long seed = 10_000; seed < 10_050; seed++) {
            check(RandomHistory.of(seed, CROWDED));
        }
        for (long seed = 20_000; seed < 20_004; seed++) {
            check(RandomHistory.of(seed, LONG));
        }
        for (long seed = 30_000; seed < 30_120; seed++) {
            check(RandomDisputes.of(seed));
        }
        assertThat(kinds).hasSize(10);
    }

    private void check(History history) {
        String timeline = Client.timeline();
        ArrayNode facts = JsonNodeFactory.instance.arrayNode();
        history.log().forEach(fact -> facts.add(FactWriter.write(fact)));
        Client.append(timeline, facts).expect(201);
        Random random = new Random(history.seed());
        for (long known :
                new long[] {
                    history.head(), random.nextLong(history.head() + 1), history.head() / 2
                }) {
            List<Contradiction> expected = Contradictions.in(history.log(), known);
            List<JsonNode> all = all(timeline, "known=" + known + "&limit=1000");
            assertThat(sorted(all.stream().map(ContradictionsTest::said).toList()))
                    .as("as known at %d of %s", known, history)
                    .isEqualTo(sorted(expected));
            expected.forEach(c -> kinds.merge(c.kind(), 1, Integer::sum));
            paged(timeline, known, all, random);
            narrowed(timeline, known, all);
        }
    }

    /** Pages of any size, one after the other, are the whole. */
    private static void paged(String timeline, long known, List<JsonNode> all, Random random) {
        int limit = 1 + random.nextInt(3);
        assertThat(all(timeline, "known=%d&limit=%d".formatted(known, limit))).isEqualTo(all);
    }

    private static void narrowed(String timeline, long known, List<JsonNode> all) {
        Set<String> subjects = new TreeSet<>();
        all.forEach(c -> c.get("subjects").forEach(s -> subjects.add(s.textValue())));
        for (String subject : subjects) {
            String narrowing = subject.replace('/', '=');
            assertThat(all(timeline, "known=%d&%s".formatted(known, narrowing)))
                    .isEqualTo(all.stream().filter(c -> isAbout(c, subject)).toList());
        }
        for (JsonNode conflict : all) {
            String kind = conflict.get("kind").textValue();
            assertThat(all(timeline, "known=%d&limit=2&kind=%s".formatted(known, kind)))
                    .isEqualTo(
                            all.stream()
                                    .filter(c -> c.get("kind").textValue().equals(kind))
                                    .toList());
        }
    }

    private static boolean isAbout(JsonNode conflict, String subject) {
        return StreamSupport.stream(conflict.get("subjects").spliterator(), false)
                .anyMatch(s -> s.textValue().equals(subject));
    }

    private static List<JsonNode> all(String timeline, String query) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = Client.ask(timeline, "conflicts?" + query + next);
            page.get("conflicts").forEach(all::add);
            next = page.get("next").isNull() ? null : "&after=" + page.get("next").textValue();
        }
        return all;
    }

    private static Contradiction said(JsonNode conflict) {
        List<String> facts = new ArrayList<>();
        conflict.get("facts")
                .forEach(
                        f ->
                                facts.add(
                                        f.get("position").longValue()
                                                + " "
                                                + f.get("role").textValue()));
        JsonNode apart = conflict.get("apart");
        List<String> between = new ArrayList<>();
        for (String field : List.of("people", "places", "names")) {
            apart.get(field).forEach(slug -> between.add(slug.textValue()));
        }
        return new Contradiction(
                conflict.get("kind").textValue(),
                facts,
                apart.get("days").isNull()
                        ? Optional.empty()
                        : Optional.of(apart.get("days").longValue()),
                between);
    }

    private static List<Contradiction> sorted(List<Contradiction> conflicts) {
        return conflicts.stream().sorted(Comparator.comparing(Contradiction::toString)).toList();
    }
}
