package dev.annals.formats.popolo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeVacated;
import dev.annals.domain.fact.Fact.PersonDescribed;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.ReadFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real documents, against what plain code and jq make of the same files. */
class LegislaturesTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir Path folder;

    private static Path path(String country) {
        return Path.of("src/test/resources/popolo", country + "-ep-popolo-v1.0.json");
    }

    private static ReadFacts read(String country) throws IOException {
        return ReadFacts.of(PopoloFile.open(path(country)));
    }

    /**
     * By {@code jq '(.events|map({(.id):.})|add) as $t | {described:(.persons|length),
     * born:([.persons[]|select(.birth_date)]|length),
     * died:([.persons[]|select(.death_date)]|length), offices:((.posts|length) +
     * ([.memberships[]|select(.post_id|not)|.organization_id] |unique|length)),
     * assumed:([.memberships[]|select(.start_date //
     * $t[.legislative_period_id].start_date)]|length), vacated:([.memberships[]|select(.end_date //
     * $t[.legislative_period_id].end_date)]|length), over:([.memberships[]|select(.end_date and
     * (.start_date|not) and $t[.legislative_period_id].start_date > .end_date)]|length),
     * events:([.events[]|select(.start_date)]|length)}'}; those that are over before their period
     * are subtracted from assumed and vacated: four in Estonia, who gave up their seats.
     */
    @Test
    void each_legislature_gives_as_many_facts_as_jq_counts() throws IOException {
        assertThat(read("estonia").counts())
                .isEqualTo(
                        Map.of(
                                "PersonDescribed", 193,
                                "PersonBorn", 193,
                                "PersonDied", 3,
                                "OfficeDescribed", 1,
                                "OfficeAssumed", 295,
                                "OfficeVacated", 194,
                                "EventOccurred", 16));
        assertThat(read("ireland").counts())
                .isEqualTo(
                        Map.of(
                                "PersonDescribed", 226,
                                "PersonBorn", 185,
                                "OfficeDescribed", 1,
                                "OfficeAssumed", 324,
                                "OfficeVacated", 166,
                                "EventOccurred", 34));
        assertThat(read("kenya").counts())
                .isEqualTo(
                        Map.of(
                                "PersonDescribed", 355,
                                "PersonBorn", 126,
                                "PersonDied", 2,
                                "OfficeDescribed", 3,
                                "OfficeAssumed", 355,
                                "OfficeVacated", 7,
                                "EventOccurred", 23));
        assertThat(read("zimbabwe-senate").counts())
                .isEqualTo(
                        Map.of(
                                "PersonDescribed", 67,
                                "OfficeDescribed", 1,
                                "OfficeAssumed", 68,
                                "EventOccurred", 1));
    }

    /** By {@code jq '[.persons[]|select(.contact_details)]|length'} and the like. */
    @Test
    void what_facts_cannot_say_is_counted() throws IOException {
        assertThat(read("estonia").leftOut())
                .containsEntry("memberships (over before their legislative period)", 4L);
        assertThat(read("kenya").leftOut())
                .containsEntry("persons/contact_details", 281L)
                .containsEntry("persons/email", 276L)
                .containsEntry("persons/gender", 355L)
                .containsEntry("memberships/on_behalf_of_id", 355L)
                .containsEntry("memberships/area_id", 343L)
                .containsEntry("areas (of no office)", 333L)
                .containsEntry("organizations (without posts or members)", 22L)
                .doesNotContainKeys("persons/name", "persons/links", "memberships/sources");
    }

    /** One senator is listed twice, once without the area. */
    @Test
    void memberships_that_differ_in_area_only_give_equal_facts() throws IOException {
        List<Fact> facts = read("zimbabwe-senate").facts();
        assertThat(facts).hasSize(137);
        assertThat(new HashSet<>(facts)).hasSize(136);
    }

    @ParameterizedTest
    @ValueSource(strings = {"estonia", "ireland", "kenya", "zimbabwe-senate"})
    void nothing_is_refused_and_everybody_is_told_apart(String country) throws IOException {
        ReadFacts read = read(country);
        assertThat(read.refusals()).isEmpty();
        List<Slug> people =
                read.all(PersonDescribed.class).stream().map(PersonDescribed::person).toList();
        assertThat(people).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"estonia", "ireland", "kenya", "zimbabwe-senate"})
    void everybody_comes_and_goes_when_the_document_says(String country) throws IOException {
        ReadFacts read = read(country);
        Map<Slug, String> names = new HashMap<>();
        read.all(PersonDescribed.class).forEach(p -> names.put(p.person(), p.name()));
        List<String> moves = new ArrayList<>();
        for (OfficeAssumed f : read.all(OfficeAssumed.class)) {
            moves.add(names.get(f.person()) + " from " + f.date().text());
        }
        for (OfficeVacated f : read.all(OfficeVacated.class)) {
            moves.add(names.get(f.person()) + " to " + f.date().text());
        }
        assertThat(moves).containsExactlyInAnyOrderElementsOf(moves(document(country)));
    }

    private static JsonNode document(String country) throws IOException {
        return MAPPER.readTree(path(country).toFile());
    }

    /** Without a look at how the reader does it. */
    private static List<String> moves(JsonNode document) {
        Map<String, JsonNode> byId = new TreeMap<>();
        document.get("persons").forEach(p -> byId.put(p.get("id").asText(), p));
        document.get("events").forEach(e -> byId.put(e.get("id").asText(), e));
        List<String> moves = new ArrayList<>();
        for (JsonNode m : document.get("memberships")) {
            String name = byId.get(m.get("person_id").asText()).get("name").asText();
            JsonNode term = byId.get(m.get("legislative_period_id").asText());
            if (!m.has("start_date")
                    && m.has("end_date")
                    && m.get("end_date").asText().compareTo(term.get("start_date").asText()) < 0) {
                continue;
            }
            for (String[] end : new String[][] {{"start_date", " from "}, {"end_date", " to "}}) {
                JsonNode date = m.has(end[0]) ? m.get(end[0]) : term.path(end[0]);
                if (date.isTextual()) {
                    moves.add(name + end[1] + date.asText());
                }
            }
        }
        return moves;
    }

    @ParameterizedTest
    @ValueSource(strings = {"estonia", "ireland", "kenya", "zimbabwe-senate"})
    void the_order_of_a_document_does_not_matter(String country) throws IOException {
        ObjectNode document = (ObjectNode) document(country);
        Set<Fact> facts = new HashSet<>(read(country).facts());
        for (long seed = 1; seed <= 3; seed++) {
            Path shuffled = folder.resolve(country + seed + ".json");
            Files.writeString(shuffled, shuffled(document, new Random(seed)).toString());
            ReadFacts again = ReadFacts.of(PopoloFile.open(shuffled));
            assertThat(new HashSet<>(again.facts())).as("seed %d", seed).isEqualTo(facts);
            assertThat(again.leftOut()).isEqualTo(read(country).leftOut());
        }
    }

    private static ObjectNode shuffled(ObjectNode document, Random random) {
        List<String> fields = new ArrayList<>();
        document.fieldNames().forEachRemaining(fields::add);
        Collections.shuffle(fields, random);
        ObjectNode shuffled = MAPPER.createObjectNode();
        for (String field : fields) {
            shuffled.set(field, document.get(field));
            if (document.get(field).isArray()) {
                List<JsonNode> elements = new ArrayList<>();
                document.get(field).forEach(elements::add);
                Collections.shuffle(elements, random);
                ArrayNode list = MAPPER.createArrayNode();
                elements.forEach(list::add);
                shuffled.set(field, list);
            }
        }
        return shuffled;
    }
}
