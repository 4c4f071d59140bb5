package dev.annals.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that other people made land whole, and once, however often they are sent. */
@QuarkusTest
@RunningService
class RealFilesTest {

    private final String timeline = Client.timeline();
    private final ImportingOverHttp imports = new ImportingOverHttp(timeline);

    private JsonNode imported(String query, String file) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/resources", file));
        return imports.send(query, bytes).expect(200).json();
    }

    private void landsOnce(String query, String file, int appended, int duplicates)
            throws IOException {
        JsonNode first = imported(query, file);
        assertThat(first.get("appended").intValue()).as(first.toString()).isEqualTo(appended);
        assertThat(first.get("duplicates").intValue()).as(first.toString()).isEqualTo(duplicates);
        assertThat(first.get("rejected").intValue()).as(first.toString()).isZero();
        assertThat(first.get("stopped").isNull()).isTrue();
        JsonNode again = imported(query, file);
        assertThat(again.get("appended").intValue()).as(again.toString()).isZero();
        assertThat(imports.log()).hasSize(appended);
    }

    private Map<String, Integer> types() {
        Map<String, Integer> types = new TreeMap<>();
        imports.log().forEach(fact -> types.merge(fact.get("type").textValue(), 1, Integer::sum));
        return types;
    }

    /**
     * By {@code jq '[.persons[]|1, (.birth_date//empty|1), (.death_date//empty|1)] | add'} and the
     * like; {@code LegislaturesTest} counts each kind by itself.
     */
    @ParameterizedTest
    @CsvSource({
        "estonia, 895, 0",
        "ireland, 936, 0",
        "kenya, 871, 0",
        "zimbabwe-senate, 136, 1",
    })
    void a_legislature(String country, int facts, int duplicates) throws IOException {
        landsOnce("format=popolo", "popolo/" + country + "-ep-popolo-v1.0.json", facts, duplicates);
        assertThat(types()).containsKeys("PersonDescribed", "OfficeAssumed", "OfficeDescribed");
    }

    @ParameterizedTest
    @CsvSource({
        "Q14211, 201",
        "Q1837494, 171",
        "Q195965, 91",
        "Q3657870, 6",
        "Q751651, 27",
    })
    void the_holders_of_a_position(String item, int facts) throws IOException {
        landsOnce("format=wikidata&office=the-office", "wikidata/" + item + ".json", facts, 0);
    }

    @Test
    void the_prime_minister_on_a_day_is_the_one_in_the_file() throws IOException {
        imported("format=wikidata&office=prime-minister", "wikidata/Q14211.json");
        for (String[] known :
                new String[][] {
                    {"1721-04-16", "q104190"}, {"1940-06-01", "q8016"}, {"2016-07-13", "q264766"}
                }) {
            JsonNode holders =
                    Client.ask(timeline, "offices/prime-minister/holders?on=" + known[0]);
            assertThat(holders.get("holders").findValuesAsText("person")).containsExactly(known[1]);
        }
    }

    @Test
    void what_is_no_document_of_the_format_is_refused_and_an_office_is_asked_for() {
        imports.send("format=popolo", "[1, 2").problem(400, "malformed-file");
        imports.send("format=popolo", "[]").problem(400, "malformed-file");
        imports.send("format=wikidata", "{}").problem(400, "invalid-parameter");
        imports.send("format=wikidata&office=o", "{}").problem(400, "malformed-file");
        assertThat(imports.log()).isEmpty();
    }
}
