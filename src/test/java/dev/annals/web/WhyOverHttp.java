package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.date.EdtfDate;
import dev.annals.oracle.History;
import dev.annals.oracle.RandomHistory;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Asks why, about a timeline that holds a history, and compares with what else it answers. */
final class WhyOverHttp {

    private static final int ALL = 1_000;

    private final WhyFacts facts;
    private final Random random;
    private final String timeline;
    private final List<EdtfDate> dates;
    private final List<String> offices;
    private final List<String> people;
    private final List<String> places;
    private final Set<String> rules = new HashSet<>();

    WhyOverHttp(String timeline, History history) {
        this.timeline = timeline;
        this.facts = new WhyFacts(history);
        this.random = new Random(history.seed());
        this.dates = RandomHistory.questions(history);
        this.offices = facts.slugs("office/");
        this.people = facts.slugs("person/");
        this.places = facts.slugs("place/");
    }

    /** The ids of all rules that decided something. */
    Set<String> rules() {
        return rules;
    }

    void ask(int questions) {
        for (int i = 0; i < questions; i++) {
            long known = random.nextInt(3) == 0 ? facts.head() : 1 + random.nextLong(facts.head());
            matter(known).ifPresent(matter -> check(matter, any(dates).text(), known));
        }
    }

    /** Retracts what an answer rests on: it is an answer no more. */
    void retractSomething() {
        Optional<String> matter = matter(facts.head());
        if (matter.isEmpty()) {
            return;
        }
        String question = matter.get() + "&on=" + Client.encoded(any(dates).text());
        JsonNode before = why(question);
        if (before.get("answers").isEmpty()) {
            return;
        }
        JsonNode because = before.get("answers").get(0).get("because");
        ObjectNode retraction = Facts.retracted(because.get(0).get("fact"));
        Client.append(timeline, retraction).expect(201);

        JsonNode after = why(question + "&limit=" + ALL);
        String id = retraction.get("fact").textValue();
        assertThat(after.get("answers").findValues("because").toString())
                .as(question)
                .doesNotContain("\"fact\":{\"id\":\"" + id + "\"");
        assertThat(after.get("known").get("position").longValue()).isEqualTo(facts.head() + 1);
        assertThat(why(question + "&known=" + facts.head()).get("answers"))
                .as("%s as known before", question)
                .isEqualTo(before.get("answers"));
    }

    private Optional<String> matter(long known) {
        return switch (random.nextInt(5)) {
            case 0 -> one(offices, "office", known);
            case 1 -> one(people, "person", known);
            case 2 -> one(places, "place", known);
            case 3 -> two(one(offices, "office", known), one(people, "person", known));
            default -> two(one(people, "person", known), one(places, "place", known));
        };
    }

    /** One that was spoken of by then. */
    private Optional<String> one(List<String> slugs, String kind, long known) {
        List<String> spoken =
                slugs.stream().filter(slug -> facts.isSpokenOf(kind + "/" + slug, known)).toList();
        return spoken.isEmpty() ? Optional.empty() : Optional.of(kind + "=" + any(spoken));
    }

    private static Optional<String> two(Optional<String> a, Optional<String> b) {
        return a.flatMap(first -> b.map(second -> first + "&" + second));
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private JsonNode why(String question) {
        return Client.ask(timeline, "why?" + question);
    }

    private void check(String matter, String on, long known) {
        String question = matter + "&on=" + Client.encoded(on) + "&known=" + known;
        JsonNode answer = why(question + "&limit=" + ALL);
        try {
            assertThat(answers(answer)).as("the answers").isEqualTo(state(matter, question));
            answer.findValues("rule").forEach(rule -> rules.add(rule.get("id").textValue()));
            answer.findValues("certainty").forEach(list -> addAll(list));
            answer.findValues("narrowing").forEach(list -> addAll(list));
            answer.get("answers").forEach(this::restsOnItsFacts);
            facts.check(matter, answer, known);
            shorter(answer, why(question + "&limit=2"));
        } catch (AssertionError e) {
            throw new AssertionError(question + "\n" + e.getMessage() + "\n" + answer, e);
        }
    }

    private void addAll(JsonNode list) {
        list.findValuesAsText("id").forEach(rules::add);
    }

    private static List<JsonNode> answers(JsonNode why) {
        List<JsonNode> spans = new ArrayList<>();
        for (JsonNode answer : why.get("answers")) {
            ObjectNode span = answer.get("span").deepCopy();
            spans.add(span.without(List.of("kind", "title", "personName")));
        }
        return spans;
    }

    /** The same of the state, each span with what names it around. */
    private List<JsonNode> state(String matter, String question) {
        JsonNode state = Client.ask(timeline, "state?" + question);
        List<JsonNode> spans = new ArrayList<>();
        state.get("offices")
                .forEach(o -> o.get("holders").forEach(s -> spans.add(in(s, "office", o))));
        if (matter.contains("person=")) {
            state.get("bodies")
                    .forEach(b -> b.get("places").forEach(s -> spans.add(in(s, "person", b))));
        }
        state.get("places").forEach(p -> p.get("names").forEach(s -> spans.add(in(s, "place", p))));
        return spans;
    }

    private static JsonNode in(JsonNode span, String field, JsonNode around) {
        ObjectNode whole = span.deepCopy();
        return whole.set(field, around.get(field));
    }

    /** What is told behind a span are the span's facts, in their order. */
    private void restsOnItsFacts(JsonNode answer) {
        List<String> told = new ArrayList<>();
        answer.get("because").forEach(b -> told.add(b.get("role") + " " + b.get("fact").get("id")));
        List<String> expected = new ArrayList<>();
        answer.get("span")
                .get("facts")
                .forEach(f -> expected.add(f.get("role") + " " + f.get("id")));
        assertThat(told).isEqualTo(expected);
        assertThat(answer.get("certainty")).isNotEmpty();
    }

    /** A limit takes from each list, and counts what it takes. */
    private static void shorter(JsonNode whole, JsonNode limited) {
        int spans = 0;
        for (String list : List.of("answers", "not", "instead", "setAside")) {
            int all = whole.get(list).size();
            assertThat(limited.get(list).size()).as(list).isEqualTo(Math.min(2, all));
            spans += list.equals("setAside") ? 0 : all - limited.get(list).size();
        }
        assertThat(limited.get("answers")).isSubsetOf(whole.get("answers"));
        assertThat(limited.get("not")).isSubsetOf(whole.get("not"));
        assertThat(limited.get("finding")).isEqualTo(whole.get("finding"));
        assertThat(limited.at("/others/spans").intValue()).isEqualTo(spans);
        assertThat(limited.at("/others/facts").intValue())
                .isGreaterThanOrEqualTo(whole.at("/others/facts").intValue());
    }
}
