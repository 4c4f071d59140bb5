package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.History;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Whatever is asked of the log, the facts are those that a filter written here lets pass. */
@QuarkusTest
@RunningService
class LogPagesTest {

    private static final Size SIZE = new Size(3, 4, 3, 60, 90);

    private final String timeline = Client.timeline();

    private record Filter(String query, Predicate<RecordedFact> passes) {
        Filter and(Filter other) {
            return new Filter(query + other.query, passes.and(other.passes));
        }
    }

    private History append(long seed) {
        History history = RandomHistory.of(seed, SIZE);
        Client.append(timeline, history.log().stream().map(FactWriter::write).toList().toString())
                .expect(201);
        return history;
    }

    private static Map<String, TreeSet<String>> touches(History history) {
        Map<String, TreeSet<String>> touches = new HashMap<>();
        for (RecordedFact fact : history.log()) {
            TreeSet<String> subjects = new TreeSet<>();
            JsonNode json = FactWriter.write(fact);
            add(subjects, json);
            if (fact.fact() instanceof Fact.Amendment amendment) {
                subjects.addAll(touches.get(amendment.fact().toString()));
                add(subjects, json.path("with"));
            }
            touches.put(fact.id().toString(), subjects);
        }
        return touches;
    }

    private static void add(TreeSet<String> subjects, JsonNode fact) {
        boolean relocated = fact.path("type").asText().equals("BodyRelocated");
        fact.properties()
                .forEach(
                        field -> {
                            switch (field.getKey()) {
                                case "office", "person", "place" ->
                                        subjects.add(
                                                field.getKey() + "/" + field.getValue().asText());
                                case "offices" ->
                                        field.getValue()
                                                .forEach(o -> subjects.add("office/" + o.asText()));
                                case "people" ->
                                        field.getValue()
                                                .forEach(p -> subjects.add("person/" + p.asText()));
                                case "to", "from" -> {
                                    if (relocated) {
                                        subjects.add("place/" + field.getValue().asText());
                                    }
                                }
                                default -> {}
                            }
                        });
    }

    private static Filter any(History history, Random random) {
        Filter filter = new Filter("", _ -> true);
        RecordedFact some = history.log().get(random.nextInt((int) history.head()));
        if (random.nextBoolean()) {
            String type = FactWriter.write(some).get("type").textValue();
            filter =
                    filter.and(
                            new Filter(
                                    "&type=" + type,
                                    f -> FactWriter.write(f).get("type").textValue().equals(type)));
        }
        Map<String, TreeSet<String>> touches = touches(history);
        List<String> subjects =
                touches.values().stream().flatMap(TreeSet::stream).distinct().sorted().toList();
        if (random.nextBoolean()) {
            String subject = subjects.get(random.nextInt(subjects.size()));
            filter =
                    filter.and(
                            new Filter(
                                    "&subject=" + subject,
                                    f -> touches.get(f.id().toString()).contains(subject)));
        }
        if (random.nextInt(3) == 0) {
            EdtfDate from = history.dates().get(random.nextInt(history.dates().size()));
            EdtfDate to = history.dates().get(random.nextInt(history.dates().size()));
            if (!to.bounds().latest().isBefore(from.bounds().earliest())) {
                Bounds asked = new Bounds(from.bounds().earliest(), to.bounds().latest());
                filter =
                        filter.and(
                                new Filter(
                                        "&from="
                                                + Client.encoded(from.text())
                                                + "&to="
                                                + Client.encoded(to.text()),
                                        f -> mayFallOn(f.fact(), asked)));
            }
        }
        return filter;
    }

    private static boolean mayFallOn(Fact fact, Bounds days) {
        return fact instanceof Fact.Dated dated
                && !dated.date().bounds().earliest().isAfter(days.latest())
                && !dated.date().bounds().latest().isBefore(days.earliest());
    }

    @Test
    void pages_put_together_are_what_the_filter_lets_pass() {
        History history = append(50_000);
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            checkPages(history, any(history, random), random);
        }
    }

    private void checkPages(History history, Filter filter, Random random) {
        long after = random.nextInt((int) history.head() + 1);
        long known = after + random.nextInt((int) (history.head() - after) + 1);
        int limit = 1 + random.nextInt(20);
        List<Long> expected =
                history.log().stream()
                        .filter(f -> f.position() > after && f.position() <= known)
                        .filter(filter.passes())
                        .map(RecordedFact::position)
                        .toList();
        String query = filter.query() + "&known=" + known;
        List<Long> found = new ArrayList<>();
        JsonNode next = null;
        do {
            long from = next == null ? after : next.longValue();
            JsonNode page = Client.ask(timeline, "facts?limit=" + limit + "&after=" + from + query);
            page.get("facts").forEach(f -> found.add(f.get("position").longValue()));
            assertThat(page.get("facts").size()).isLessThanOrEqualTo(limit);
            assertThat(page.get("head").longValue()).isEqualTo(known);
            next = page.get("next");
        } while (!next.isNull());
        assertThat(found).as(query + " after " + after).isEqualTo(expected);
        Answer file =
                Client.get(
                        "/timelines/" + timeline + "/facts?after=" + after + query,
                        "Accept",
                        "application/x-ndjson");
        assertThat(file.text().lines().map(l -> LogReading.parse(l).get("position").longValue()))
                .isEqualTo(expected);
    }

    @Test
    void a_page_has_a_hundred_facts_unless_asked_otherwise_and_names_where_to_go_on() {
        JsonNode page = Client.ask("soviet-union-1953-1964", "facts");
        assertThat(page.get("facts")).hasSize(100);
        assertThat(page.get("next").longValue()).isEqualTo(100);
        JsonNode last = Client.ask("soviet-union-1953-1964", "facts?limit=1000");
        assertThat(last.get("facts").size()).isEqualTo(last.get("head").intValue());
        assertThat(last.get("next").isNull()).isTrue();
    }

    @Test
    void past_the_head_there_is_no_page() {
        append(1);
        Client.get("/timelines/" + timeline + "/facts?known=5&after=5").expect(200);
        Client.get("/timelines/" + timeline + "/facts?known=5&after=6")
                .problem(400, "unknown-position");
    }
}
