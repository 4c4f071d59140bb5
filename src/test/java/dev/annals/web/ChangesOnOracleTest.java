package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.annals.domain.date.EdtfDate;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.History;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the history, the changes on a date are the differences of its states. */
@QuarkusTest
@RunningService
class ChangesOnOracleTest {

    private static final Size LONG = new Size(4, 5, 4, 60, 120);

    private int revisions;

    private static String append(History history) {
        String timeline = Client.timeline();
        ArrayNode facts = JsonNodeFactory.instance.arrayNode();
        history.log().forEach(fact -> facts.add(FactWriter.write(fact)));
        Client.append(timeline, facts).expect(201);
        return timeline;
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).textValue();
    }

    @Test
    void the_changes_on_a_date_are_the_differences_of_one_state_and_the_next() {
        for (long seed = 0; seed < 40; seed++) {
            on(RandomHistory.of(seed));
        }
        on(RandomHistory.of(20_000, LONG));
        assertThat(revisions).isGreaterThan(60);
    }

    private void on(History history) {
        String timeline = append(history);
        Random random = new Random(history.seed());
        List<EdtfDate> dates = RandomHistory.questions(history);
        EdtfDate on = dates.get(random.nextInt(dates.size()));
        long from = random.nextLong(history.head() + 1);
        from = random.nextBoolean() ? 0 : from;
        long to = from + random.nextLong(history.head() + 1 - from);
        to = random.nextBoolean() ? history.head() : to;
        List<JsonNode> answered = on(timeline, on, from, to, 1 + random.nextInt(5));
        Map<Long, JsonNode> byPosition = new HashMap<>();
        answered.forEach(c -> byPosition.put(c.at("/known/position").longValue(), c));
        assertThat(byPosition).hasSameSizeAs(answered);
        revisions += answered.size();
        List<String> before = state(timeline, on, from);
        for (long known = from + 1; known <= to; known++) {
            List<String> after = state(timeline, on, known);
            String asked = "on %s at %d of %s".formatted(on.text(), known, history);
            JsonNode change = byPosition.remove(known);
            if (before.equals(after)) {
                assertThat(change).as(asked).isNull();
            } else {
                assertThat(change).as(asked).isNotNull();
                assertThat(went(change)).as(asked).isEqualTo(difference(before, after));
                assertThat(came(change)).as(asked).isEqualTo(difference(after, before));
                assertThat(text(change.get("fact"), "id"))
                        .isEqualTo(history.log().get((int) known - 1).id().toString());
            }
            before = after;
        }
        assertThat(byPosition).isEmpty();
    }

    private static List<JsonNode> on(String timeline, EdtfDate on, long from, long to, int limit) {
        String question =
                "changes?on=%s&known-from=%d&known-to=%d"
                        .formatted(Client.encoded(on.text()), from, to);
        List<JsonNode> all = new ArrayList<>();
        String next = "&limit=" + limit;
        while (next != null) {
            JsonNode page = Client.ask(timeline, question + next);
            page.get("changes").forEach(all::add);
            JsonNode after = page.get("next");
            next = after.isNull() ? null : "&limit=%d&after=%d".formatted(limit, after.longValue());
        }
        JsonNode whole = Client.ask(timeline, question);
        assertThat(whole.get("changes")).containsExactlyElementsOf(all);
        return all;
    }

    private static List<String> state(String timeline, EdtfDate on, long known) {
        JsonNode state =
                Client.ask(timeline, "state?on=" + Client.encoded(on.text()) + "&known=" + known);
        List<String> spans = new ArrayList<>();
        for (JsonNode office : state.get("offices")) {
            office.get("holders")
                    .forEach(s -> spans.add(span("office", office, "office", s, "person")));
        }
        for (JsonNode body : state.get("bodies")) {
            body.get("places").forEach(s -> spans.add(span("body", body, "person", s, "place")));
        }
        for (JsonNode place : state.get("places")) {
            place.get("names").forEach(s -> spans.add(span("place", place, "place", s, "name")));
        }
        return spans.stream().sorted().toList();
    }

    private static String span(
            String kind, JsonNode of, String subject, JsonNode span, String value) {
        return "%s %s %s %s %s %s %s %s"
                .formatted(
                        kind,
                        text(of, subject),
                        text(span, value),
                        span.path("acting"),
                        text(span, "certainty"),
                        span.get("since"),
                        span.get("until"),
                        span.get("facts"));
    }

    private static String span(JsonNode span) {
        return switch (text(span, "kind")) {
            case "tenure" -> span("office", span, "office", span, "person");
            case "restingPlace" -> span("body", span, "person", span, "place");
            default -> span("place", span, "place", span, "name");
        };
    }

    private static List<String> went(JsonNode change) {
        List<String> went = new ArrayList<>();
        change.get("removed").forEach(span -> went.add(span(span)));
        change.get("changed").forEach(pair -> went.add(span(pair.get("before"))));
        return went.stream().sorted().toList();
    }

    private static List<String> came(JsonNode change) {
        List<String> came = new ArrayList<>();
        change.get("added").forEach(span -> came.add(span(span)));
        change.get("changed").forEach(pair -> came.add(span(pair.get("after"))));
        return came.stream().sorted().toList();
    }

    private static List<String> difference(List<String> some, List<String> others) {
        List<String> rest = new ArrayList<>(some);
        others.forEach(rest::remove);
        return rest;
    }
}
