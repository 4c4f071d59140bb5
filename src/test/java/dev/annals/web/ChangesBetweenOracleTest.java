package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.EdtfDate;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.History;
import dev.annals.oracle.PlainSpan;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import dev.annals.oracle.Turns;
import dev.annals.oracle.Turns.Turn;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the history: changes between dates are the oracle's, changes on a date those of states.
 */
@QuarkusTest
@RunningService
class ChangesBetweenOracleTest {

    private static final Size LONG = new Size(4, 5, 4, 60, 120);
    private static final List<String> SLUGS = List.of("office", "person", "place");

    private int certain;

    private static String append(History history) {
        String timeline = Client.timeline();
        ArrayNode facts = JsonNodeFactory.instance.arrayNode();
        history.log().forEach(fact -> facts.add(FactWriter.write(fact)));
        Client.append(timeline, facts).expect(201);
        return timeline;
    }

    @Test
    void what_began_and_ended_between_two_dates_is_what_a_look_at_all_spans_finds() {
        for (long seed = 0; seed < 80; seed++) {
            between(RandomHistory.of(seed));
        }
        for (long seed = 20_000; seed < 20_006; seed++) {
            between(RandomHistory.of(seed, LONG));
        }
        assertThat(certain).isGreaterThan(300);
    }

    private void between(History history) {
        String timeline = append(history);
        Random random = new Random(history.seed());
        List<EdtfDate> dates = RandomHistory.questions(history);
        for (int i = 0; i < 6; i++) {
            long known =
                    random.nextInt(3) == 0 ? random.nextLong(history.head() + 1) : history.head();
            EdtfDate from = dates.get(random.nextInt(dates.size()));
            EdtfDate to = dates.get(random.nextInt(dates.size()));
            if (!to.bounds().latest().isBefore(from.bounds().earliest())) {
                between(history, timeline, known, from, to, random);
            }
        }
    }

    private void between(
            History history,
            String timeline,
            long known,
            EdtfDate from,
            EdtfDate to,
            Random random) {
        Bounds days = new Bounds(from.bounds().earliest(), to.bounds().latest());
        List<Turn> turns = Turns.in(history.log(), known, days);
        List<String> expected = turns.stream().map(t -> said(t, history)).sorted().toList();
        certain += (int) turns.stream().filter(t -> t.certainty().equals("certain")).count();
        String question =
                "changes?from=%s&to=%s&known=%d"
                        .formatted(Client.encoded(from.text()), Client.encoded(to.text()), known);
        JsonNode answer = Client.ask(timeline, question);
        assertThat(said(answer).stream().sorted().toList())
                .as("%s of %s", question, history)
                .isEqualTo(expected);
        assertThat(answer.get("next").isNull()).isTrue();
        paged(timeline, question, answer, 1 + random.nextInt(4));
        narrowed(timeline, question, answer, random);
    }

    private static String said(Turn turn, History history) {
        return "%s %s %s %s %s %s"
                .formatted(
                        turn.isBegin() ? "began" : "ended",
                        turn.span().subject(),
                        turn.span().value(),
                        turn.certainty(),
                        turn.bounds(),
                        givers(turn.span(), history));
    }

    private static List<String> said(JsonNode answer) {
        List<String> said = new ArrayList<>();
        for (String field : List.of("ended", "began")) {
            for (JsonNode span : answer.get(field)) {
                boolean isPlace = span.get("kind").textValue().equals("placeName");
                boolean isBody = span.get("kind").textValue().equals("restingPlace");
                JsonNode moment = span.get(field.equals("began") ? "since" : "until");
                said.add(
                        "%s %s %s %s %s %s"
                                .formatted(
                                        field,
                                        text(
                                                span,
                                                isPlace ? "place" : isBody ? "person" : "office"),
                                        text(span, isPlace ? "name" : isBody ? "place" : "person"),
                                        text(span, "certainty"),
                                        bounds(moment),
                                        givers(span)));
            }
        }
        return said;
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).textValue();
    }

    private static Bounds bounds(JsonNode moment) {
        return new Bounds(
                moment.get("earliest").isNull()
                        ? Bounds.NONE.earliest()
                        : EdtfDate.parse(edtf(moment, "earliest")).bounds().earliest(),
                moment.get("latest").isNull()
                        ? Bounds.NONE.latest()
                        : EdtfDate.parse(edtf(moment, "latest")).bounds().latest());
    }

    /**
     * Days of a year beyond four digits have no EDTF: only their years, here their first or last.
     */
    private static String edtf(JsonNode moment, String end) {
        String day = moment.get(end).textValue();
        return day.matches("[+-]\\d{5,}.*")
                ? "Y" + day.replaceFirst("^\\+", "").replaceFirst("-\\d\\d-\\d\\d$", "")
                : day;
    }

    private static List<String> givers(JsonNode span) {
        List<String> givers = new ArrayList<>();
        for (JsonNode fact : span.get("facts")) {
            givers.add(text(fact, "role") + " " + text(fact, "id"));
        }
        return givers.stream().sorted().toList();
    }

    private static List<String> givers(PlainSpan span, History history) {
        List<String> givers = new ArrayList<>();
        span.begins().forEach(f -> givers.add("begins " + id(history, f)));
        span.ends().forEach(f -> givers.add("ends " + id(history, f)));
        span.limits().forEach(f -> givers.add("limits " + id(history, f)));
        return givers.stream().sorted().toList();
    }

    private static String id(History history, long position) {
        return history.log().get((int) position - 1).id().toString();
    }

    /** Pages of any size, one after the other, are the whole, each list in its order. */
    private static void paged(String timeline, String question, JsonNode whole, int limit) {
        ObjectNode pages = JsonNodeFactory.instance.objectNode();
        ArrayNode ended = pages.putArray("ended");
        ArrayNode began = pages.putArray("began");
        String next = "";
        while (next != null) {
            JsonNode page = Client.ask(timeline, question + "&limit=" + limit + next);
            page.get("ended").forEach(ended::add);
            page.get("began").forEach(began::add);
            assertThat(page.get("ended").size() + page.get("began").size())
                    .isLessThanOrEqualTo(limit);
            next = page.get("next").isNull() ? null : "&after=" + text(page, "next");
        }
        assertThat(pages.get("ended")).as(question).isEqualTo(whole.get("ended"));
        assertThat(pages.get("began")).as(question).isEqualTo(whole.get("began"));
    }

    private static void narrowed(String timeline, String question, JsonNode whole, Random random) {
        String field = SLUGS.get(random.nextInt(SLUGS.size()));
        List<String> slugs = whole.findValuesAsText(field);
        if (slugs.isEmpty()) {
            return;
        }
        String slug = slugs.get(random.nextInt(slugs.size()));
        JsonNode narrowed = Client.ask(timeline, question + "&" + field + "=" + slug);
        for (String list : List.of("ended", "began")) {
            List<JsonNode> expected = new ArrayList<>();
            whole.get(list)
                    .forEach(
                            span -> {
                                if (span.path(field).asText().equals(slug)) {
                                    expected.add(span);
                                }
                            });
            assertThat(narrowed.get(list)).as(question).containsExactlyElementsOf(expected);
        }
    }
}
