package dev.annals.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.oracle.PlainSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A span as a caller gets it, beside the one that it should be: both in the same words. */
record SpokenSpan(
        String subject,
        String value,
        String acting,
        String since,
        String until,
        List<Long> begins,
        List<Long> ends,
        List<Long> limits) {

    /**
     * @param subject the field that names whose span it is, or where it stands
     * @param positions of facts by their ids
     */
    static SpokenSpan answered(
            JsonNode span, String subject, String value, Map<String, Long> positions) {
        return new SpokenSpan(
                subject,
                span.get(value).textValue(),
                span.path("acting").asText("false"),
                moment(span.get("since")),
                moment(span.get("until")),
                facts(span, "begins", positions),
                facts(span, "ends", positions),
                facts(span, "limits", positions));
    }

    static SpokenSpan expected(PlainSpan span) {
        return new SpokenSpan(
                span.subject(),
                span.value(),
                String.valueOf(span.acting()),
                moment(span.since()),
                span.until().map(SpokenSpan::moment).orElse("open"),
                span.begins(),
                span.ends(),
                span.limits());
    }

    private static String moment(JsonNode moment) {
        return moment.isNull()
                ? "open"
                : moment.get("date").asText("null")
                        + " "
                        + moment.get("earliest").asText("null")
                        + " "
                        + moment.get("latest").asText("null");
    }

    private static String moment(PlainSpan.When moment) {
        Bounds bounds = moment.bounds();
        return moment.date().orElse("null")
                + " "
                + day(bounds.earliest())
                + " "
                + day(bounds.latest());
    }

    private static String day(Day day) {
        return day.isBounded() ? day.toString() : "null";
    }

    private static List<Long> facts(JsonNode span, String role, Map<String, Long> positions) {
        List<Long> found = new ArrayList<>();
        for (JsonNode fact : span.get("facts")) {
            if (fact.get("role").textValue().equals(role)) {
                found.add(positions.get(fact.get("id").textValue()));
            }
        }
        return found.stream().sorted().toList();
    }
}
