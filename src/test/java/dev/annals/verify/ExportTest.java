package dev.annals.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.json.FactHash;
import dev.annals.oracle.RandomHistory;
import dev.annals.verify.Tampering.Expected;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is done to an export is found, and named where it was done first. */
class ExportTest {

    private static final int SEEDS = 150;

    private static List<RecordedLog> logs() {
        List<RecordedLog> logs = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            logs.add(RecordedLog.of(RandomHistory.of(seed)));
        }
        return logs.stream().filter(log -> log.size() > 1).toList();
    }

    private static void assertFound(String what, Verdict verdict, Fault fault, long position) {
        assertThat(verdict.finding()).as(what).isPresent();
        Finding finding = verdict.finding().get();
        assertThat(finding.fault()).as(what + ": " + finding).isEqualTo(fault);
        assertThat(finding.position()).as(what + ": " + finding).isEqualTo(position);
    }

    @Test
    void a_log_as_it_was_recorded_is_whole() {
        for (RecordedLog log : logs()) {
            Verdict verdict = log.check(log.head(), log.noted(log.size() / 2), Noted.NOTHING);
            assertThat(verdict.finding()).isEmpty();
            assertThat(verdict.facts()).isEqualTo(log.size());
            assertThat(verdict.hash()).isEqualTo(log.head().hash());
        }
    }

    @ParameterizedTest
    @EnumSource(Tampering.class)
    void tampering_is_found_at_the_first_position_touched(Tampering tampering) {
        int done = 0;
        List<RecordedLog> logs = logs();
        for (int seed = 0; seed < logs.size(); seed++) {
            RecordedLog log = logs.get(seed).copy();
            Noted head = log.head();
            Expected expected = tampering.on(log, new Random(seed));
            if (expected != null) {
                String what = tampering + ", log " + seed;
                assertFound(what, log.check(), expected.fault(), expected.position());
                assertThat(log.check(head).isWhole()).as(what).isFalse();
                done++;
            }
        }
        assertThat(done).isGreaterThan(SEEDS / 3);
    }

    @Test
    void a_cut_off_end_is_found_by_a_noted_head_and_by_nothing_else() {
        for (RecordedLog log : logs()) {
            Noted head = log.head();
            Noted bare = Noted.parse(head.hash());
            RecordedLog cut = log.copy();
            cut.facts().removeLast();
            assertThat(cut.check().isWhole()).isTrue();
            assertFound("head", cut.check(head), Fault.NOT_AS_NOTED, log.size());
            assertFound("hash", cut.check(bare), Fault.NOT_AS_NOTED, log.size());
        }
    }

    @Test
    void a_log_hashed_anew_is_found_by_a_noted_position_at_or_behind_the_change() {
        for (RecordedLog log : logs()) {
            int changed = 1 + log.size() / 2;
            RecordedLog anew = log.copy();
            anew.facts().get(changed - 1).put("note", "a note that nobody wrote");
            anew.hashAnew(changed, log.size());
            assertThat(anew.check().isWhole()).isTrue();
            assertThat(anew.check(log.noted(changed - 1)).isWhole()).isTrue();
            assertFound("at", anew.check(log.noted(changed)), Fault.NOT_AS_NOTED, changed);
            assertFound("behind", anew.check(log.head()), Fault.NOT_AS_NOTED, log.size());
            Noted bare = Noted.parse(log.head().hash());
            assertFound("bare", anew.check(bare), Fault.NOT_AS_NOTED, log.size() + 1);
        }
    }

    @Test
    void a_part_is_checked_from_the_hash_before_it() {
        for (RecordedLog log : logs()) {
            int after = log.size() / 2;
            RecordedLog part = new RecordedLog(log.facts().subList(after, log.size()));
            assertThat(RecordedLog.check(part.ndjson(), log.noted(after), log.head()).finding())
                    .isEmpty();
            assertFound("all", part.check(), Fault.MISSING, 1);
            Noted other = Noted.parse(after + ":" + "f".repeat(64));
            assertFound("other", RecordedLog.check(part.ndjson(), other), Fault.CHANGED, after + 1);
        }
    }

    @Test
    void the_spelling_of_the_json_does_not_matter() {
        RecordedLog log = RecordedLog.of(RandomHistory.of(11));
        RecordedLog turned = log.copy();
        turned.facts().replaceAll(ExportTest::turned);
        String spaced = turned.ndjson().replace("\n", "  \r\n\n").replace("\":", "\" : ");
        assertThat(RecordedLog.check(spaced, Noted.NOTHING, log.head()).finding()).isEmpty();
        String unended = log.ndjson().stripTrailing();
        assertThat(RecordedLog.check(unended, Noted.NOTHING, log.head()).finding()).isEmpty();
    }

    /** The fields from the last to the first. */
    private static ObjectNode turned(ObjectNode fact) {
        ObjectNode turned = fact.objectNode();
        List<String> names = new ArrayList<>();
        fact.fieldNames().forEachRemaining(names::addFirst);
        names.forEach(name -> turned.set(name, fact.get(name)));
        return turned;
    }

    @Test
    void what_is_no_json_object_is_named_by_its_line_and_position() {
        RecordedLog log = RecordedLog.of(RandomHistory.of(12));
        String[] lines = log.ndjson().split("\n");
        String whole = lines[1];
        for (String broken :
                new String[] {
                    whole.substring(0, whole.length() / 2),
                    whole + "}",
                    "[" + whole + "]",
                    "null",
                    whole.replaceFirst("\"id\"", "\"type\""),
                    "[".repeat(100_000),
                    whole.replace("\"id\":\"", "\"id\":\"\u00ff").replace("é", "")
                }) {
            lines[1] = broken;
            byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
            Verdict verdict = RecordedLog.check(bytes, Noted.NOTHING);
            assertFound(broken, verdict, Fault.NOT_JSON, 2);
            assertThat(verdict.finding().get().toString()).startsWith("line 2, position 2");
            assertThat(verdict.facts()).isEqualTo(1);
        }
    }

    @Test
    void the_empty_log_is_whole_unless_more_was_noted() {
        assertThat(RecordedLog.check("", Noted.NOTHING).hash()).isEqualTo(FactHash.NONE);
        assertThat(RecordedLog.check("\n", Noted.NOTHING, Noted.NOTHING).isWhole()).isTrue();
        Noted noted = Noted.parse("7:" + "a".repeat(64));
        assertFound("7", RecordedLog.check("", Noted.NOTHING, noted), Fault.NOT_AS_NOTED, 1);
    }

    @Test
    void every_fault_of_a_file_has_been_found() {
        Set<Fault> found = EnumSet.noneOf(Fault.class);
        for (RecordedLog log : logs()) {
            for (Tampering tampering : Tampering.values()) {
                Expected expected = tampering.on(log.copy(), new Random(log.size()));
                if (expected != null) {
                    found.add(expected.fault());
                }
            }
        }
        found.addAll(Set.of(Fault.NOT_JSON, Fault.NOT_AS_NOTED));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(found)))
                .as("of databases only")
                .containsExactlyInAnyOrder(Fault.COLUMN, Fault.HEAD, Fault.STRAY);
    }
}
