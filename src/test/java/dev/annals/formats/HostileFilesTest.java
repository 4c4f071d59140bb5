package dev.annals.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.popolo.PopoloFile;
import dev.annals.formats.wikidata.WikidataFile;
import dev.annals.json.FactReader;
import dev.annals.json.FactWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a document holds, it is refused in parts or as a whole, or gives facts as they may be.
 */
class HostileFilesTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int ROUNDS = 1_000;

    private static final List<JsonNode> JUNK =
            List.of(
                    NODES.nullNode(),
                    NODES.numberNode(7),
                    NODES.numberNode(-1.5e300),
                    NODES.booleanNode(true),
                    NODES.textNode(""),
                    NODES.textNode("\u0000"),
                    NODES.textNode("\ud800"),
                    NODES.textNode("x".repeat(501)),
                    NODES.textNode("y".repeat(20_001)),
                    NODES.textNode("9999-12-31"),
                    NODES.textNode("-9999999999-01-01T00:00:00Z"),
                    NODES.textNode("[..1953]"),
                    NODES.textNode("http://[/"),
                    NODES.textNode("o"),
                    NODES.textNode("…"),
                    NODES.arrayNode(),
                    NODES.arrayNode().add("a").add(NODES.arrayNode().addNull()),
                    NODES.objectNode(),
                    NODES.objectNode().put("id", "z").put("name", "Zoe"),
                    NODES.objectNode().put("id", 3).putNull("name"));

    private static final String POPOLO =
            """
            {"meta": {"sources": ["https://example.org", {"url": "https://example.org/2", "note": "Two"}]},
             "areas": [{"id": "r", "name": "Town"}],
             "organizations": [{"id": "o", "name": "Council", "founding_date": "1900", "area_id": "r",
               "memberships": [{"person": {"id": "e", "name": "Eve"}, "start_date": "1950"}],
               "posts": [{"id": "q", "label": "Clerk"}]}],
             "posts": [{"id": "p", "label": "Chair", "organization_id": "o", "area": {"id": "s", "name": "Ward"}}],
             "persons": [{"id": "a", "name": "Ann", "birth_date": "1920-05", "death_date": "2000",
               "summary": "S", "biography": "B", "links": [{"url": "https://example.org/a"}],
               "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}],
               "sources": [{"url": "https://example.org/s", "note": "N"}]}],
             "memberships": [
               {"person_id": "a", "post_id": "p", "start_date": "1950", "end_date": "1960-01"},
               {"person_id": "e", "post_id": "q", "legislative_period_id": "t"},
               {"person_id": "a", "organization_id": "o", "legislative_period_id": "t", "role": "x"}],
             "events": [{"id": "t", "name": "Term", "start_date": "1950", "end_date": "1955",
               "organization_id": "o", "attendees": [{"id": "a"}]}]}
            """;

    private static final String WIKIDATA =
            """
            {"head": {"vars": ["item"]}, "results": {"bindings": [
              {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"},
               "itemLabel": {"type": "literal", "value": "Ann"},
               "start_date": {"type": "literal", "value": "1950-01-01T00:00:00Z"},
               "start_precision": {"type": "literal", "value": "7"},
               "end_date": {"type": "literal", "value": "2000-01-01T00:00:00Z"},
               "end_precision": {"type": "literal", "value": "11"},
               "nature": {"type": "uri", "value": "http://www.wikidata.org/entity/Q4676846"}},
              {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q2"},
               "itemLabel": {"type": "literal", "value": "Ann"}}]}}
            """;

    @TempDir Path folder;

    private interface Opening {
        FactFile of(Path path) throws IOException;
    }

    @Test
    void a_popolo_document_with_junk_in_it_never_gives_junk() throws IOException {
        check(POPOLO, PopoloFile::open);
    }

    @Test
    void a_wikidata_result_with_junk_in_it_never_gives_junk() throws IOException {
        check(WIKIDATA, path -> WikidataFile.open(path, new Slug("o")));
    }

    private void check(String document, Opening opening) throws IOException {
        int facts = 0;
        int refused = 0;
        for (int seed = 1; seed <= ROUNDS; seed++) {
            Random random = new Random(seed);
            JsonNode junky = MAPPER.readTree(document);
            for (int i = random.nextInt(3); i >= 0; i--) {
                spoil(junky, random);
            }
            Path path = folder.resolve("junky.json");
            Files.writeString(
                    path,
                    MAPPER.writer()
                            .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                            .writeValueAsString(junky));
            try {
                ReadFacts read = ReadFacts.of(opening.of(path));
                facts += read.facts().size();
                refused += read.refused().size();
                for (Fact fact : read.facts()) {
                    assertThat(readBack(fact)).as("seed %d", seed).isEqualTo(fact);
                }
            } catch (UnreadableFileException e) {
                assertThat(e.place().line()).isPositive();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + junky, e);
            }
        }
        assertThat(facts).isGreaterThan(ROUNDS);
        assertThat(refused).isPositive();
    }

    /** Read as strictly as an append is: fails if the fact is not as the contract has it. */
    private static Fact readBack(Fact fact) {
        RecordedFact recorded =
                new RecordedFact(new UUID(0, 1), 1, Instant.EPOCH, "somebody", fact);
        return FactReader.recorded(FactWriter.recorded(recorded, "")).fact();
    }

    /** Puts junk in the place of one value. */
    private static void spoil(JsonNode document, Random random) {
        List<Runnable> places = new ArrayList<>();
        collect(document, places, random);
        if (!places.isEmpty()) {
            places.get(random.nextInt(places.size())).run();
        }
    }

    private static void collect(JsonNode node, List<Runnable> places, Random random) {
        JsonNode junk = JUNK.get(random.nextInt(JUNK.size())).deepCopy();
        if (node instanceof ObjectNode object) {
            for (String name : (Iterable<String>) object::fieldNames) {
                places.add(() -> object.set(name, junk));
                places.add(() -> object.remove(name));
                collect(object.get(name), places, random);
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int index = i;
                places.add(() -> list.set(index, junk));
                places.add(() -> list.add(list.get(index).deepCopy()));
                collect(list.get(i), places, random);
            }
        }
    }
}
