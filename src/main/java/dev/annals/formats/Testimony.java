package dev.annals.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.json.Json;
import dev.annals.queries.SpanRow;
import java.util.ArrayList;
import java.util.List;

/**
 * A fact behind a span.
 *
 * @param role {@code begins}, {@code ends} or {@code limits}
 * @param sources a list, as it is answered
 */
public record Testimony(String id, String role, JsonNode sources) {

    public static List<Testimony> of(SpanRow span) {
        List<Testimony> facts = new ArrayList<>();
        for (JsonNode fact : Json.parseOwn(span.facts())) {
            facts.add(
                    new Testimony(
                            fact.get("id").textValue(),
                            fact.get("role").textValue(),
                            fact.get("sources")));
        }
        return facts;
    }

    /**
     * The fact that opens a span: that which begins it, or that which ends what was there before.
     */
    public static Testimony opening(SpanRow span, List<Testimony> facts) {
        String role = span.before() ? "ends" : "begins";
        return facts.stream().filter(fact -> fact.role.equals(role)).findFirst().orElseThrow();
    }
}
