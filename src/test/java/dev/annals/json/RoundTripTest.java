package dev.annals.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.oracle.RandomHistory;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A fact that was written is read as it was, whatever it says. */
class RoundTripTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ADDED =
            List.of("position", "recordedAt", "recordedBy", "hash", "earliest", "latest");

    @Test
    void facts_of_every_type_are_read_as_they_were_written() {
        Set<FactType> seen = EnumSet.noneOf(FactType.class);
        for (long seed = 0; seed < 300; seed++) {
            for (RecordedFact fact : RandomHistory.of(seed).log()) {
                seen.add(FactType.of(fact.fact()));
                String written = FactWriter.recorded(fact, "0".repeat(64));
                assertThat(FactReader.recorded(written)).as("seed " + seed).isEqualTo(fact);
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(FactType.values());
    }

    @Test
    void a_fact_is_written_as_it_was_sent_and_what_the_server_adds() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            for (RecordedFact fact : RandomHistory.of(seed).log()) {
                ObjectNode read = (ObjectNode) JSON.readTree(FactWriter.recorded(fact, "h"));
                JsonNode sent = dev.annals.oracle.FactWriter.write(fact);
                assertThat(read.has("earliest")).isEqualTo(sent.has("date"));
                assertThat(read.has("latest")).isEqualTo(sent.has("date"));
                read.remove(ADDED);
                assertThat((JsonNode) read).isEqualTo(sent);
            }
        }
    }

    @Test
    void what_the_server_adds_is_read_leniently_and_refused_strictly() throws Exception {
        RecordedFact fact = RandomHistory.of(1).log().getFirst();
        JsonNode written = JSON.readTree(FactWriter.recorded(fact, "0".repeat(64)));
        assertThat(FactReader.lenient().read(written, "").orElseThrow().fact())
                .isEqualTo(fact.fact());
        FactReader strict = FactReader.strict();
        assertThat(strict.read(written, "/0")).isEmpty();
        assertThat(strict.violations())
                .extracting(Violation::pointer)
                .contains("/0/position", "/0/recordedAt", "/0/recordedBy", "/0/hash");
    }

    @Test
    void one_reader_keeps_the_violations_of_all_that_it_read() throws Exception {
        FactReader reader = FactReader.strict();
        reader.read(JSON.readTree("{}"), "/0");
        reader.read(JSON.readTree("7"), "/1");
        assertThat(reader.violations())
                .extracting(Violation::pointer)
                .containsExactly("/0/type", "/1");
    }

    @Test
    void instants_have_six_digits_of_a_second_always() {
        assertThat(Instants.text(Instant.parse("1953-03-05T21:50:00Z")))
                .isEqualTo("1953-03-05T21:50:00.000000Z");
        assertThat(Instants.text(Instant.parse("2026-11-22T01:02:03.123456789Z")))
                .isEqualTo("2026-11-22T01:02:03.123456Z");
    }

    @Test
    void a_pointer_escapes_tildes_and_slashes() {
        assertThat(Json.pointer("/0", "a/b~c~1")).isEqualTo("/0/a~1b~0c~01");
        assertThat(Json.pointer("", "")).isEqualTo("/");
    }
}
