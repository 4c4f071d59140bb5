package dev.annals.web;

import static dev.annals.testing.Client.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue: who and what there is, paged and searched. */
@QuarkusTest
@RunningService
class CatalogueTest {

    private final String timeline = Client.timeline();

    private List<String> slugs(String question) {
        List<String> slugs = new ArrayList<>();
        Client.ask(timeline, "people?" + question)
                .get("people")
                .forEach(p -> slugs.add(p.get("person").textValue()));
        return slugs;
    }

    private void name(String... slugsAndNames) {
        for (int i = 0; i < slugsAndNames.length; i += 2) {
            Client.append(timeline, Facts.named(slugsAndNames[i], slugsAndNames[i + 1]))
                    .expect(201);
        }
    }

    @Test
    void pages_put_together_are_all_in_order_of_slug() {
        List<String> all = List.of("a", "a-1", "a1", "b", "b-2", "c", "z9");
        all.reversed().forEach(slug -> name(slug, "N"));
        for (int limit = 1; limit <= 8; limit++) {
            List<String> found = new ArrayList<>();
            String next = "";
            while (next != null) {
                String after = next.isEmpty() ? "" : "&after=" + next;
                JsonNode page = Client.ask(timeline, "people?limit=" + limit + after);
                page.get("people").forEach(p -> found.add(p.get("person").textValue()));
                next = page.get("next").textValue();
            }
            assertThat(found).as("by " + limit).isEqualTo(all.stream().sorted().toList());
        }
        assertThat(slugs("after=b")).containsExactly("b-2", "c", "z9");
        assertThat(slugs("after=bb")).containsExactly("c", "z9");
    }

    @Test
    void a_search_finds_labels_whatever_their_case() {
        name("a", "Nikita Khrushchev", "b", "Никита Хрущёв", "c", "NIKOLAI", "d", "Straße");
        assertThat(slugs("q=NIK")).containsExactly("a", "c");
        assertThat(slugs("q=nikita+k")).containsExactly("a");
        assertThat(slugs("q=" + encoded("ХРУЩЁВ"))).containsExactly("b");
        assertThat(slugs("q=" + encoded("straße"))).containsExactly("d");
        assertThat(slugs("q=nobody")).isEmpty();
        assertThat(slugs("q=")).hasSize(4);
    }

    @Test
    void a_search_takes_every_character_for_itself() {
        name(
                "a",
                "100%",
                "b",
                "under_score",
                "c",
                "Wow!",
                "d",
                "back\\slash",
                "e",
                "plain",
                "f",
                "!%");
        assertThat(slugs("q=" + encoded("%"))).containsExactly("a", "f");
        assertThat(slugs("q=_")).containsExactly("b");
        assertThat(slugs("q=!")).containsExactly("c", "f");
        assertThat(slugs("q=" + encoded("!%"))).containsExactly("f");
        assertThat(slugs("q=" + encoded("\\"))).containsExactly("d");
        assertThat(slugs("q=" + encoded("'\""))).isEmpty();
    }

    @Test
    void a_slug_is_the_label_of_what_nobody_described() {
        Client.append(timeline, Facts.assumed("premier", "malenkov", "1953")).expect(201);
        JsonNode person = Client.ask(timeline, "people?q=MALEN").get("people").get(0);
        assertThat(person.get("name").textValue()).isEqualTo("malenkov");
        JsonNode office = Client.ask(timeline, "offices").get("offices").get(0);
        assertThat(office.get("title").textValue()).isEqualTo("premier");
        assertThat(office.get("seats").intValue()).isEqualTo(1);
    }

    @Test
    void the_last_description_in_effect_gives_the_label_as_known() {
        var first = Facts.named("stalin", "Stalin");
        var second = Facts.named("stalin", "Jughashvili");
        Client.append(
                        timeline,
                        Facts.list(
                                first,
                                second,
                                Facts.corrected(first, Facts.named("stalin", "Koba")),
                                Facts.retracted(second)))
                .expect(201);
        List<String> names = new ArrayList<>();
        for (int known = 1; known <= 4; known++) {
            names.add(Client.ask(timeline, "people/stalin?known=" + known).get("name").textValue());
            assertThat(
                            Client.ask(timeline, "people?known=" + known)
                                    .at("/people/0/name")
                                    .textValue())
                    .isEqualTo(names.getLast());
        }
        assertThat(names).containsExactly("Stalin", "Jughashvili", "Jughashvili", "Koba");
    }

    @Test
    void what_only_retracted_facts_mention_is_not_listed_but_can_be_asked_about() {
        var fact = Facts.named("nobody", "No Body");
        Client.append(timeline, Facts.list(fact, Facts.retracted(fact))).expect(201);
        assertThat(slugs("")).isEmpty();
        assertThat(slugs("known=1")).containsExactly("nobody");
        JsonNode nobody = Client.ask(timeline, "people/nobody");
        assertThat(nobody.get("name").textValue()).isEqualTo("nobody");
        assertThat(nobody.get("tenures")).isEmpty();
    }

    @Test
    void a_correction_that_renames_a_slug_moves_the_entity() {
        var fact = Facts.named("stalni", "Stalin");
        Client.append(
                        timeline,
                        Facts.list(fact, Facts.corrected(fact, Facts.named("stalin", "Stalin"))))
                .expect(201);
        assertThat(slugs("known=1")).containsExactly("stalni");
        assertThat(slugs("")).containsExactly("stalin");
    }

    @Test
    void offices_people_and_places_may_share_a_slug() {
        Client.append(
                        timeline,
                        Facts.list(
                                Facts.assumed("x", "x", "1953"),
                                Facts.fact(
                                        "PlaceRenamed", "place", "x", "to", "X", "date", "1953")))
                .expect(201);
        for (String kind : List.of("offices", "people", "places")) {
            assertThat(Client.ask(timeline, kind).get(kind)).hasSize(1);
        }
    }
}
