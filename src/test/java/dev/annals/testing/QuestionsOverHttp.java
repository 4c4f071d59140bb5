package dev.annals.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.EdtfDate;
import dev.annals.oracle.History;
import dev.annals.oracle.Oracle;
import dev.annals.oracle.PlainSpan;
import dev.annals.oracle.RandomHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Asks about a timeline that holds a history, as known at any position. Any disagreement with the
 * oracle is an {@link AssertionError}.
 */
public final class QuestionsOverHttp {

    private final History history;
    private final Random random;
    private final String timeline;
    private final Map<String, Long> positions = new HashMap<>();
    private final List<EdtfDate> questions;

    /** What was answered at known positions while the log was shorter, by the question. */
    private final Map<String, Answer> earlier = new LinkedHashMap<>();

    /**
     * @param random what is asked
     */
    public QuestionsOverHttp(String timeline, History history, Random random) {
        this.timeline = timeline;
        this.history = history;
        this.random = random;
        this.questions = RandomHistory.questions(history);
        history.log().forEach(f -> positions.put(f.id().toString(), f.position()));
    }

    /** About any moments, as known at any positions; about all that there is, as known now. */
    public void askAround(int states) {
        for (int i = 0; i < states; i++) {
            state(random.nextLong(history.head() + 1));
        }
        entities(random.nextBoolean() ? history.head() : random.nextLong(history.head() + 1));
    }

    /** What is answered now, to be compared with what is answered later. */
    public void askAtHead(long head) {
        ask("state?on=" + Client.encoded(any(questions).text()) + "&known=" + head);
        ask("offices?known=" + head);
    }

    /** Asks some questions again. */
    public void askAgain(int count) {
        List<String> asked = new ArrayList<>(earlier.keySet());
        for (int i = 0; i < count; i++) {
            String question = any(asked);
            staysAsItWas(question, earlier.get(question));
        }
    }

    /** Asks as known at a position, and keeps the answer. */
    private JsonNode ask(String question) {
        Answer answer = Client.get("/timelines/" + timeline + "/" + question).expect(200);
        earlier.putIfAbsent(question, answer);
        return answer.json();
    }

    private void staysAsItWas(String question, Answer before) {
        Answer now = Client.get("/timelines/" + timeline + "/" + question).expect(200);
        equal(question + " asked again", before.text(), now.text());
        equal("ETag of " + question, before.header("etag"), now.header("etag"));
    }

    private void state(long known) {
        EdtfDate on = any(questions);
        String question = "state?on=" + Client.encoded(on.text()) + "&known=" + known;
        Oracle oracle = new Oracle(history.log(), known);
        Oracle.State expected = oracle.stateOn(on.bounds());
        JsonNode answer = ask(question);
        equal(question, expected, state(answer));
        equal("on", on.text(), answer.get("on").textValue());
        equal("known", known, answer.get("known").get("position").longValue());
        inOrder(question, answer);
        if (!expected.entries().isEmpty()) {
            holders(any(expected.entries()), expected, on, known);
        }
    }

    private static Oracle.State state(JsonNode answer) {
        List<Oracle.Entry> entries = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (JsonNode office : answer.get("offices")) {
            String slug = office.get("office").textValue();
            add(entries, "office", slug, office.get("holders"), "person");
            if (office.get("holders").isEmpty()) {
                empty.add(slug);
            }
        }
        for (JsonNode body : answer.get("bodies")) {
            add(entries, "body", body.get("person").textValue(), body.get("places"), "place");
        }
        for (JsonNode place : answer.get("places")) {
            add(entries, "place", place.get("place").textValue(), place.get("names"), "name");
        }
        return new Oracle.State(entries, empty);
    }

    private static void add(
            List<Oracle.Entry> to, String kind, String subject, JsonNode spans, String value) {
        for (JsonNode span : spans) {
            to.add(
                    new Oracle.Entry(
                            kind,
                            subject,
                            span.get(value).textValue(),
                            span.get("certainty").textValue()));
        }
    }

    /** "Everything is sorted by slug, then by begin." */
    private static void inOrder(String question, JsonNode state) {
        sorted(question, state.get("offices"), "office");
        sorted(question, state.get("bodies"), "person");
        sorted(question, state.get("places"), "place");
        state.get("offices").forEach(o -> sorted(question, o.get("holders"), "person"));
        state.get("bodies").forEach(b -> sorted(question, b.get("places"), "place"));
    }

    private static void sorted(String question, JsonNode list, String slug) {
        List<String> slugs = new ArrayList<>();
        list.forEach(item -> slugs.add(item.get(slug).textValue()));
        equal("order of " + slug + " in " + question, slugs.stream().sorted().toList(), slugs);
    }

    private void holders(Oracle.Entry entry, Oracle.State expected, EdtfDate on, long known) {
        if (!entry.kind().equals("office")) {
            return;
        }
        String question =
                "offices/%s/holders?on=%s&known=%d"
                        .formatted(entry.subject(), Client.encoded(on.text()), known);
        List<Oracle.Entry> answered = new ArrayList<>();
        add(answered, "office", entry.subject(), ask(question).get("holders"), "person");
        List<Oracle.Entry> held =
                expected.entries().stream()
                        .filter(e -> e.kind().equals("office"))
                        .filter(e -> e.subject().equals(entry.subject()))
                        .toList();
        equal(question, held, answered.stream().sorted().toList());
    }

    private void entities(long known) {
        List<PlainSpan> spans = new Oracle(history.log(), known).spans();
        Function<PlainSpan, String> subject = PlainSpan::subject;
        Function<PlainSpan, String> value = PlainSpan::value;
        spans(known, of("office", spans), subject, "offices", "tenures", "person", "office");
        spans(known, of("office", spans), value, "people", "tenures", "person", "office");
        spans(known, of("body", spans), subject, "people", "restingPlaces", "place", "person");
        spans(known, of("place", spans), subject, "places", "names", "name", "place");
    }

    private static List<PlainSpan> of(String kind, List<PlainSpan> spans) {
        return spans.stream().filter(s -> s.kind().equals(kind)).toList();
    }

    private void spans(
            long known,
            List<PlainSpan> spans,
            Function<PlainSpan, String> entity,
            String path,
            String field,
            String value,
            String subject) {
        for (String slug : new TreeSet<>(spans.stream().map(entity).toList())) {
            String question = path + "/" + slug + "?known=" + known;
            List<SpokenSpan> answered = new ArrayList<>();
            for (JsonNode span : ask(question).get(field)) {
                answered.add(
                        SpokenSpan.answered(span, span.get(subject).textValue(), value, positions));
            }
            List<SpokenSpan> expected =
                    spans.stream()
                            .filter(s -> entity.apply(s).equals(slug))
                            .sorted(order(path, field))
                            .map(SpokenSpan::expected)
                            .toList();
            equal(question, expected, answered);
        }
    }

    /** An office's and a place's spans by begin; a person's by slug first. */
    private static Comparator<PlainSpan> order(String path, String field) {
        Comparator<PlainSpan> byBegin =
                Comparator.<PlainSpan, dev.annals.domain.date.Bounds>comparing(
                                s -> s.since().bounds())
                        .thenComparing(PlainSpan::openedBy)
                        .thenComparing(PlainSpan::isBefore, Comparator.reverseOrder());
        if (!path.equals("people")) {
            return byBegin;
        }
        Function<PlainSpan, String> slug =
                field.equals("tenures") ? PlainSpan::subject : PlainSpan::value;
        return Comparator.comparing(slug).thenComparing(byBegin);
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static void equal(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(
                    "%s%nexpected %s%nbut was  %s".formatted(what, expected, actual));
        }
    }
}
