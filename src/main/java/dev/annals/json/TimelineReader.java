package dev.annals.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a timeline is to be called. */
public final class TimelineReader {

    private final List<Violation> violations = new ArrayList<>();

    /** A timeline's title and description as sent. */
    public record Sent(String title, Optional<String> description) {}

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public Optional<Sent> read(JsonNode node) {
        if (!node.isObject()) {
            violations.add(new Violation("", "expected an object with a title"));
            return Optional.empty();
        }
        Fields fields = new Fields(node, "", violations);
        Sent sent = new Sent(fields.name("title"), fields.optionalText("description"));
        fields.refuseOthers();
        return violations.isEmpty() ? Optional.of(sent) : Optional.empty();
    }
}
