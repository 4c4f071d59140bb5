package dev.annals.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.RandomHistory;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody can check the chain with what is read back and the rules of the contract. */
@QuarkusTest
@RunningService
class HashChainTest {

    private static void check(String timeline) throws Exception {
        String hash = "0".repeat(64);
        for (JsonNode fact : LogReading.facts(timeline)) {
            ObjectNode hashed = fact.deepCopy();
            hashed.remove(List.of("hash", "earliest", "latest"));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(hash.getBytes(StandardCharsets.US_ASCII));
            digest.update(canonical(hashed).getBytes(StandardCharsets.UTF_8));
            hash = HexFormat.of().formatHex(digest.digest());
            assertThat(fact.get("hash").textValue()).as(fact.toString()).isEqualTo(hash);
        }
        String head = Client.get("/timelines/" + timeline).json().get("hash").textValue();
        assertThat(head).isEqualTo(hash);
    }

    /** RFC 8785, as far as facts go. */
    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, String> fields = new TreeMap<>(); // by UTF-16 code units
            node.properties().forEach(f -> fields.put(f.getKey(), canonical(f.getValue())));
            List<String> members = new ArrayList<>();
            fields.forEach((name, value) -> members.add(quoted(name) + ":" + value));
            return "{" + String.join(",", members) + "}";
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(canonical(item)));
            return "[" + String.join(",", items) + "]";
        }
        return node.isTextual() ? quoted(node.textValue()) : number(node);
    }

    /** Those used here are written alike by Java and ECMAScript but for a point and nought. */
    private static String number(JsonNode node) {
        return node.isNumber() && !node.isIntegralNumber()
                ? Double.toString(node.doubleValue()).replaceAll("\\.0$", "")
                : node.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? "\\u%04x".formatted((int) c) : c);
            }
        }
        return quoted.append('"').toString();
    }

    @Test
    void the_flagship_s_facts_are_a_chain() throws Exception {
        check("soviet-union-1953-1964");
    }

    @Test
    void an_empty_timeline_has_noughts() throws Exception {
        check(Client.timeline());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_facts_are_a_chain_however_they_are_grouped(long seed) throws Exception {
        String timeline = Client.timeline();
        List<ObjectNode> facts =
                RandomHistory.of(seed).log().stream().map(FactWriter::write).toList();
        int half = facts.size() / 2;
        Client.append(timeline, facts.subList(0, half + 1).toString()).expect(201);
        for (ObjectNode fact : facts.subList(half + 1, facts.size())) {
            Client.append(timeline, fact).expect(201);
        }
        check(timeline);
    }

    @Test
    void texts_and_numbers_of_all_kinds_are_hashed_as_rfc_8785_writes_them() throws Exception {
        String timeline = Client.timeline();
        StringBuilder text = new StringBuilder("€\uD83D\uDE80\uFB33\u2028\u007F\u0080/\\\"");
        for (char c = 1; c < ' '; c++) {
            text.append(c);
        }
        Client.append(timeline, Facts.event("x").put("note", text.toString())).expect(201);
        for (double latitude : new double[] {0, -0.0, 1, 89.999, -0.001, 48.70802, 12.5}) {
            ObjectNode place = Facts.fact("PlaceDescribed", "place", "p", "name", "n");
            Client.append(timeline, place.put("latitude", latitude).put("longitude", 180))
                    .expect(201);
        }
        check(timeline);
    }
}
