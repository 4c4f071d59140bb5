package dev.annals.web;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.vacated;
import static dev.annals.web.ConflictWords.died;
import static dev.annals.web.ConflictWords.in;
import static dev.annals.web.ConflictWords.seats;
import static dev.annals.web.ConflictWords.tookOffice;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code /conflicts}: what is in effect, what a conflict says, pages, and what is asked wrongly.
 */
@QuarkusTest
@RunningService
class ConflictsTest {

    @Test
    void what_is_retracted_or_corrected_contradicts_nothing_but_as_it_was_known() {
        String timeline = Client.timeline();
        ObjectNode death = died("1953-03-05");
        ObjectNode first = Facts.corrected(death, died("1953-03-06"));
        ObjectNode last = Facts.corrected(death, died("1953-03-07"));
        Client.append(
                        timeline,
                        Facts.list(
                                tookOffice("1953-03-07"),
                                death,
                                first,
                                last,
                                Facts.retracted(last),
                                Facts.retracted(death)))
                .expect(201);
        assertThat(in(timeline, "?known=1")).isEmpty();
        assertThat(in(timeline, "?known=2")).containsExactly("assumed-after-death 2");
        assertThat(in(timeline, "?known=3")).containsExactly("assumed-after-death 1");
        assertThat(in(timeline, "?known=4")).isEmpty();
        assertThat(in(timeline, "?known=5")).containsExactly("assumed-after-death 1");
        assertThat(in(timeline, "")).isEmpty();
    }

    @Test
    void a_correction_away_from_the_person_takes_the_conflict_with_it() {
        String timeline = Client.timeline();
        ObjectNode assumed = tookOffice("1953-03-07");
        Client.append(timeline, Facts.list(assumed, died("1953-03-05"))).expect(201);
        assertThat(in(timeline, "?person=stalin")).hasSize(1);
        Client.append(
                        timeline,
                        Facts.corrected(assumed, assumed("premier", "malenkov", "1953-03-07")))
                .expect(201);
        assertThat(in(timeline, "")).isEmpty();
        assertThat(in(timeline, "?known=2")).hasSize(1);
    }

    @Test
    void a_conflict_says_in_words_what_is_wrong_and_shows_its_facts() {
        String timeline = Client.timeline();
        ObjectNode death = died("1953-03-05");
        death.putArray("sources").addObject().put("title", "Pravda");
        ObjectNode assumption = tookOffice("1953-03-06");
        Client.append(
                        timeline,
                        Facts.list(
                                death,
                                assumption,
                                Facts.named("stalin", "Joseph Stalin"),
                                seats(1)))
                .expect(201);
        JsonNode conflict = Client.ask(timeline, "conflicts").get("conflicts").get(0);
        assertThat(conflict.get("detail").textValue())
                .isEqualTo(
                        "Joseph Stalin assumed the office “Premier” (1953-03-06) at least 1 day"
                                + " after dying (1953-03-05).");
        assertThat(conflict.get("rule").textValue())
                .isEqualTo("Nobody assumes an office after their death.");
        assertThat(conflict.get("subjects").toString())
                .isEqualTo("[\"office/premier\",\"person/stalin\"]");
        assertThat(conflict.get("facts").toString())
                .isEqualTo(
                        "[{\"id\":\"%s\",\"type\":\"OfficeAssumed\",\"position\":2,\"date\":\"1953-03-06\",\"role\":\"claims\",\"sources\":[]},{\"id\":\"%s\",\"type\":\"PersonDied\",\"position\":1,\"date\":\"1953-03-05\",\"role\":\"denies\",\"sources\":[{\"title\":\"Pravda\"}]}]"
                                .formatted(Facts.id(assumption), Facts.id(death)));
    }

    @Test
    void a_page_ends_in_the_midst_of_an_offices_conflicts_and_goes_on_there() {
        String timeline = Client.timeline();
        for (int i = 0; i < 5; i++) {
            Client.append(timeline, vacated(i < 3 ? "premier" : "secretary", "p-" + i, "195" + i))
                    .expect(201);
        }
        List<String> all = subjects(Client.ask(timeline, "conflicts?limit=5"));
        assertThat(all).hasSize(5);
        List<String> paged = new ArrayList<>();
        JsonNode page = Client.ask(timeline, "conflicts?limit=2");
        paged.addAll(subjects(page));
        page = Client.ask(timeline, "conflicts?limit=2&after=" + page.get("next").textValue());
        paged.addAll(subjects(page));
        page = Client.ask(timeline, "conflicts?limit=2&after=" + page.get("next").textValue());
        paged.addAll(subjects(page));
        assertThat(paged).isEqualTo(all);
        assertThat(page.get("next").isNull()).isTrue();
    }

    @Test
    void a_page_that_finds_little_ends_and_says_where_to_go_on() {
        String timeline = Client.timeline();
        for (int batch = 0; batch < 4; batch++) {
            ArrayNode facts = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < 2_000; i++) {
                facts.add(
                        assumed(
                                "o-%d-%02d".formatted(batch, i % 50),
                                "p-" + i,
                                "1" + (100 + i % 800)));
            }
            Client.append(timeline, facts).expect(201);
        }
        Client.append(timeline, vacated("z", "p-1", "1953")).expect(201);
        JsonNode page = Client.ask(timeline, "conflicts");
        assertThat(page.get("conflicts")).isEmpty();
        List<String> found = new ArrayList<>();
        while (!page.get("next").isNull()) {
            page = Client.ask(timeline, "conflicts?after=" + page.get("next").textValue());
            found.addAll(subjects(page));
        }
        assertThat(found).containsExactly("[\"office/z\",\"person/p-1\"]");
    }

    private static List<String> subjects(JsonNode page) {
        List<String> subjects = new ArrayList<>();
        page.get("conflicts").forEach(c -> subjects.add(c.get("subjects").toString()));
        return subjects;
    }

    @Test
    void the_shipped_timeline_contradicts_itself_nowhere() {
        JsonNode answer = Client.ask("soviet-union-1953-1964", "conflicts?limit=1000");
        assertThat(answer.get("conflicts")).isEmpty();
        assertThat(answer.get("next").isNull()).isTrue();
    }

    @Test
    void what_is_asked_wrongly_is_a_problem() {
        String conflicts = "/timelines/" + Client.timeline() + "/conflicts";
        for (String wrong :
                List.of(
                        "kind=quarrel",
                        "limit=0",
                        "limit=1001",
                        "after=x",
                        "after=%25%25",
                        "after=b2ZmaWNlL3gveA",
                        "office=No_Slug",
                        "known=x")) {
            Client.get(conflicts + "?" + wrong).problem(400, "invalid-parameter");
        }
        Client.get(conflicts + "?known=1").problem(400, "unknown-position");
        Client.get("/timelines/nowhere/conflicts").problem(404, "unknown-timeline");
    }

    @Test
    void an_answer_for_a_position_may_be_kept() {
        String conflicts = "/timelines/" + Client.timeline() + "/conflicts";
        Answer answer = Client.get(conflicts + "?known=0").expect(200);
        assertThat(answer.header("cache-control")).contains("immutable");
        Client.get(conflicts + "?known=0", "If-None-Match", answer.header("etag")).expect(304);
        assertThat(Client.get(conflicts).header("cache-control")).isEqualTo("no-cache");
    }
}
