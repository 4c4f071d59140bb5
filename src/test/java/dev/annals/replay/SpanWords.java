package dev.annals.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.Day;
import dev.annals.oracle.PlainSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spans in the same words, whether the service told them or the oracle did. */
final class SpanWords {

    private SpanWords() {}

    /**
     * @param positions of facts, by their ids
     */
    static String of(JsonNode span, Map<String, Long> positions) {
        String names =
                switch (text(span, "kind")) {
                    case "tenure" ->
                            names("office", text(span, "office"), text(span, "person"))
                                    + (span.get("acting").booleanValue() ? " acting" : "");
                    case "restingPlace" -> names("body", text(span, "person"), text(span, "place"));
                    case "placeName" -> names("place", text(span, "place"), text(span, "name"));
                    default -> throw new AssertionError("no kind of span: " + span);
                };
        return words(
                names,
                moment(span.get("since")),
                span.get("until").isNull() ? "open" : moment(span.get("until")),
                facts(span, "begins", positions),
                facts(span, "ends", positions),
                facts(span, "limits", positions));
    }

    static String of(PlainSpan span) {
        return words(
                names(span.kind(), span.subject(), span.value()) + (span.acting() ? " acting" : ""),
                moment(span.since()),
                span.until().map(SpanWords::moment).orElse("open"),
                span.begins(),
                span.ends(),
                span.limits());
    }

    private static String words(
            String names,
            String since,
            String until,
            List<Long> begins,
            List<Long> ends,
            List<Long> limits) {
        return "%s since %s until %s begins %s ends %s limits %s"
                .formatted(names, since, until, begins, ends, limits);
    }

    private static String names(String kind, String subject, String value) {
        return kind + " " + subject + ": " + value;
    }

    private static String moment(JsonNode moment) {
        return "%s [%s to %s]"
                .formatted(
                        moment.get("date").asText(),
                        moment.get("earliest").asText(),
                        moment.get("latest").asText());
    }

    private static String moment(PlainSpan.When moment) {
        return "%s [%s to %s]"
                .formatted(
                        moment.date().orElse("null"),
                        day(moment.bounds().earliest()),
                        day(moment.bounds().latest()));
    }

    private static String day(Day day) {
        return day.isBounded() ? day.toString() : "null";
    }

    private static List<Long> facts(JsonNode span, String role, Map<String, Long> positions) {
        List<Long> found = new ArrayList<>();
        for (JsonNode fact : span.get("facts")) {
            if (text(fact, "role").equals(role)) {
                found.add(positions.get(text(fact, "id")));
            }
        }
        return found.stream().sorted().toList();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).textValue();
    }
}
