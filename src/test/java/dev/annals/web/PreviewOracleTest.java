package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.History;
import dev.annals.oracle.RandomHistory;
import dev.annals.testing.Answered;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is appended, its preview told how the answers differ before and after it. */
@QuarkusTest
@RunningService
class PreviewOracleTest {

    private int removed;
    private int added;
    private int changed;

    @Test
    void a_preview_is_the_difference_of_the_answers_before_and_after() {
        for (long seed = 0; seed < 25; seed++) {
            grow(RandomHistory.of(seed));
        }
        assertThat(removed).isGreaterThan(5);
        assertThat(added).isGreaterThan(60);
        assertThat(changed).isGreaterThan(30);
    }

    private void grow(History history) {
        String timeline = Client.timeline();
        Random random = new Random(history.seed());
        Answered before = Answered.by(timeline);
        int sent = 0;
        while (sent < history.head()) {
            int left = (int) history.head() - sent;
            int size = 1 + random.nextInt(random.nextBoolean() ? Math.min(3, left) : left);
            ArrayNode facts = body(history.log().subList(sent, sent + size));
            JsonNode preview = Client.preview(timeline, facts).expect(200).json();
            assertThat(Answered.by(timeline)).as("nothing is stored").isEqualTo(before);
            Client.append(timeline, facts).expect(201);
            Answered after = Answered.by(timeline);
            String when = "after %d of %s".formatted(sent, history);
            compare(preview, before, after, when);
            assertThat(preview.at("/known/position").intValue()).isEqualTo(sent);
            assertThat(preview.get("facts").intValue()).isEqualTo(size);
            before = after;
            sent += size;
        }
    }

    private static ArrayNode body(List<RecordedFact> facts) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        facts.forEach(fact -> body.add(FactWriter.write(fact)));
        return body;
    }

    private void compare(JsonNode preview, Answered before, Answered after, String when) {
        List<JsonNode> went = sides(preview, "removed", "before");
        List<JsonNode> came = sides(preview, "added", "after");
        assertThat(unlabelled(went))
                .as(when)
                .containsExactlyInAnyOrderElementsOf(difference(before, after));
        assertThat(unlabelled(came))
                .as(when)
                .containsExactlyInAnyOrderElementsOf(difference(after, before));
        assertThat(before.spans()).as(when).containsAll(went);
        assertThat(after.spans()).as(when).containsAll(came);
        assertThat(entities(preview, "before"))
                .as(when)
                .containsExactlyInAnyOrderElementsOf(without(before, after));
        assertThat(entities(preview, "after"))
                .as(when)
                .containsExactlyInAnyOrderElementsOf(without(after, before));
        removed += preview.get("removed").size();
        added += preview.get("added").size();
        changed += preview.get("changed").size();
    }

    private static List<JsonNode> sides(JsonNode preview, String alone, String side) {
        List<JsonNode> spans = new ArrayList<>();
        preview.get(alone).forEach(spans::add);
        preview.get("changed").forEach(pair -> spans.add(pair.get(side)));
        return spans;
    }

    private static List<String> unlabelled(List<JsonNode> spans) {
        return spans.stream().map(Answered::unlabelled).toList();
    }

    private static List<String> difference(Answered some, Answered others) {
        List<String> rest = new ArrayList<>(unlabelled(some.spans()));
        unlabelled(others.spans()).forEach(rest::remove);
        return rest;
    }

    private static List<JsonNode> entities(JsonNode preview, String side) {
        List<JsonNode> entities = new ArrayList<>();
        preview.get("entities").forEach(e -> entities.add(e.get(side)));
        entities.removeIf(JsonNode::isNull);
        return entities;
    }

    private static List<JsonNode> without(Answered some, Answered others) {
        List<JsonNode> rest = new ArrayList<>(some.entities());
        rest.removeAll(others.entities());
        return rest;
    }
}
