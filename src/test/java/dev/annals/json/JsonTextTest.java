package dev.annals.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import dev.annals.oracle.RandomHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** Facts are written as Jackson and the RFC 8785 library write them, byte for byte. */
class JsonTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HASH = "0".repeat(64);
    private static final String AWKWARD =
            "\u0001\b\t\n\f\r\u001b\u001f \"\\/\u007f\u0080\u00ff\u2028\ufb33\uffff\ud83d\ude80,:{[]}a";

    private static void check(RecordedFact fact, String where) throws Exception {
        String written = FactWriter.recorded(fact, HASH);
        ObjectNode read = (ObjectNode) JSON.readTree(written);
        assertThat(written).as(where).isEqualTo(read.toString());

        read.remove(List.of("earliest", "latest", "hash"));
        assertThat(FactWriter.canonical(fact))
                .as(where)
                .isEqualTo(new JsonCanonicalizer(read.toString()).getEncodedString());
        assertThat(FactHash.of(HASH, fact)).isEqualTo(FactHash.of(HASH, read));
    }

    @Test
    void random_facts_of_every_type() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            for (RecordedFact fact : RandomHistory.of(seed).log()) {
                check(fact, "seed " + seed);
            }
        }
    }

    @Test
    void texts_of_all_kinds_wherever_a_text_stands() throws Exception {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Source source =
                    new Source(
                            text(random),
                            Optional.of(text(random)),
                            Optional.of(random.nextInt()),
                            Optional.of(text(random)),
                            Optional.of(text(random)));
            Fact.Plain place =
                    new Fact.PlaceDescribed(
                            new Slug("p"),
                            text(random),
                            Optional.of(number(random)),
                            Optional.of(number(random)),
                            Optional.of(text(random)),
                            List.of(text(random), text(random)),
                            new Provenance(List.of(source, source), Optional.of(text(random))));
            UUID id = new UUID(random.nextLong(), random.nextLong());
            Instant instant = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000));
            check(recorded(id, random.nextLong(), instant, place), "seed " + seed);
            Fact corrected = new Fact.FactCorrected(id, place, place.provenance());
            check(recorded(id, random.nextLong(1L << 53), instant, corrected), "seed " + seed);
        }
    }

    private static RecordedFact recorded(UUID id, long position, Instant instant, Fact fact) {
        return new RecordedFact(id, position, instant, AWKWARD, fact);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            int at = random.nextInt(AWKWARD.length());
            text.appendCodePoint(
                    Character.isSurrogate(AWKWARD.charAt(at)) ? 0x1f680 : AWKWARD.charAt(at));
        }
        return text.toString();
    }

    private static double number(Random random) {
        double any = Double.longBitsToDouble(random.nextLong());
        return switch (random.nextInt(6)) {
            case 0 -> 0.0;
            case 1 -> -0.0;
            case 2 -> random.nextInt(180) - 90;
            case 3 -> Double.isFinite(any) ? any : Double.MIN_VALUE;
            case 4 -> random.nextInt(1_000_000) / 1e7;
            default -> random.nextDouble() * 180 - 90;
        };
    }
}
