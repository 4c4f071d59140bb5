package dev.annals.timelines;

import static dev.annals.timelines.Flagship.like;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file is as a request to append has to be, and names nothing that it does not describe. */
class FlagshipShapeTest {

    private static final Flagship SHIPPED = Flagship.shipped();

    @Test
    void the_file_is_lines_of_json_each_ended() {
        String text = Flagship.text();

        assertThat(text).endsWith("\n").doesNotContain("\r", "\n\n", "\u0000", "\uFEFF");
        assertThat(SHIPPED.head()).isGreaterThan(600);
    }

    @Test
    void no_fact_violates_the_contract() {
        assertThat(ShapeFaults.violations(SHIPPED)).isEmpty();
    }

    @Test
    void a_violation_would_be_seen() {
        var assumed = like("type", "OfficeAssumed");

        assertThat(ShapeFaults.violations(SHIPPED.with(assumed, "date", "1958-02-29")))
                .singleElement()
                .asString()
                .contains("/date");
        assertThat(ShapeFaults.violations(SHIPPED.with(assumed, "position", "1"))).hasSize(1);
        assertThat(ShapeFaults.violations(SHIPPED.withoutField(assumed, "person"))).hasSize(1);
        assertThat(ShapeFaults.violations(SHIPPED.with(assumed, "office", "No Slug"))).hasSize(1);
        assertThat(ShapeFaults.violations(SHIPPED.with(assumed, "type", "OfficeTaken"))).hasSize(1);
    }

    @Test
    void every_id_is_used_once() {
        assertThat(SHIPPED.lines()).allMatch(line -> line.has("id"));
        assertThat(ShapeFaults.idsNotUnique(SHIPPED)).isEmpty();
    }

    @Test
    void an_id_used_twice_would_be_seen() {
        String id = SHIPPED.lines().getFirst().get("id").asText();
        Flagship planted = SHIPPED.with(like("type", "OfficeAssumed"), "id", id);

        assertThat(ShapeFaults.idsNotUnique(planted)).containsExactly(id + " is used twice");
    }

    @Test
    void every_reference_is_to_an_earlier_fact() {
        assertThat(SHIPPED.lines()).anyMatch(line -> line.has("fact"));
        assertThat(ShapeFaults.badReferences(SHIPPED)).isEmpty();
    }

    @Test
    void a_bad_reference_would_be_seen() {
        var retraction = like("type", "FactRetracted");
        String last = SHIPPED.lines().getLast().get("id").asText();
        String first = SHIPPED.lines().getFirst().get("id").asText();

        assertThat(ShapeFaults.badReferences(SHIPPED.with(retraction, "fact", last))).hasSize(1);
        assertThat(ShapeFaults.badReferences(SHIPPED.without(like("date", "1961")))).isNotEmpty();
        assertThat(
                        ShapeFaults.badReferences(
                                SHIPPED.with(like("type", "FactCorrected"), "fact", first)))
                .containsExactly("a PersonDescribed is corrected to a BodyRelocated");
    }

    @Test
    void every_entity_that_is_named_is_described() {
        assertThat(ShapeFaults.notDescribed(SHIPPED)).isEmpty();
    }

    @Test
    void an_entity_without_a_description_would_be_seen() {
        assertThat(
                        ShapeFaults.notDescribed(
                                SHIPPED.without(
                                        like("type", "PersonDescribed", "person", "ivan-serov"))))
                .containsExactly("person/ivan-serov");
        assertThat(
                        ShapeFaults.notDescribed(
                                SHIPPED.without(like("type", "PlaceDescribed", "place", "tyumen"))))
                .containsExactly("place/tyumen");
        assertThat(ShapeFaults.notDescribed(SHIPPED.without(like("type", "OfficeDescribed"))))
                .hasSize(18);
        assertThat(ShapeFaults.notDescribed(SHIPPED.replaced("\"yuri-gagarin\"]", "\"gagarin\"]")))
                .containsExactly("person/gagarin");
    }

    @Test
    void every_fact_has_a_source_retractions_and_corrections_too() {
        assertThat(ShapeFaults.withoutSource(SHIPPED)).isEmpty();
    }

    @Test
    void a_fact_without_a_source_would_be_seen() {
        var retraction = like("type", "FactRetracted");

        assertThat(ShapeFaults.withoutSource(SHIPPED.withoutField(retraction, "sources")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "premier-of-the-soviet-union",
                "first-secretary-of-the-cpsu",
                "chairman-of-the-presidium-of-the-supreme-soviet",
                "minister-of-foreign-affairs",
                "minister-of-defence",
                "minister-of-internal-affairs",
                "chairman-of-the-kgb",
                "first-deputy-premier",
                "member-of-the-presidium",
                "candidate-member-of-the-presidium",
                "joseph-stalin",
                "nikita-khrushchev",
                "georgy-malenkov",
                "nikolai-bulganin",
                "lavrentiy-beria",
                "vyacheslav-molotov",
                "leonid-brezhnev",
                "alexei-kosygin",
                "vladimir-lenin",
                "lenins-mausoleum",
                "kremlin-wall-necropolis",
                "kuntsevo-dacha",
                "house-of-unions",
                "volgograd",
                "donetsk",
                "moscow",
            })
    void who_and_what_the_story_is_about_is_described_once_under_its_slug(String slug) {
        assertThat(ShapeFaults.descriptions(SHIPPED, slug)).hasSize(1);
    }

    @Test
    void a_slug_that_nobody_describes_would_be_seen() {
        Flagship planted = SHIPPED.replaced("\"volgograd\"", "\"stalingrad\"");

        assertThat(ShapeFaults.descriptions(planted, "volgograd")).isEmpty();
    }
}
