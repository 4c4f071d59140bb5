package dev.annals.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.fact.Subject;
import dev.annals.json.FactReader;
import dev.annals.json.FactReader.SentFact;
import dev.annals.json.Json;
import dev.annals.json.Violation;
import dev.annals.log.AppendRequest;
import dev.annals.log.Condition;
import dev.annals.log.Draft;
import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the body of an append: one fact, a list of facts, or {@code {"facts": […], "condition":
 * {…}}}.
 */
final class AppendBody {

    private final FactReader reader = FactReader.strict();
    private final List<Violation> violations = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private Optional<Condition> condition = Optional.empty();

    private AppendBody() {}

    /** What an append asks for, and whether it is about a single fact, not in a list. */
    record Parsed(AppendRequest request, boolean isSingle) {}

    /**
     * @throws dev.annals.web.problem.ProblemException if it is not JSON, or some facts are not
     *     acceptable
     */
    static Parsed parse(byte[] body, String timeline, String recordedBy) {
        JsonNode node = json(body);
        AppendBody parsed = new AppendBody();
        boolean isSingle = parsed.read(node);
        List<Violation> all = new ArrayList<>(parsed.reader.violations());
        all.addAll(parsed.violations);
        if (!all.isEmpty()) {
            throw Problem.invalid(ProblemType.INVALID_FACTS, all).exception();
        }
        return new Parsed(
                new AppendRequest(
                        timeline, recordedBy, parsed.drafts, parsed.condition, body.length),
                isSingle);
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.parse(body);
        } catch (IOException e) {
            throw Problem.of(ProblemType.MALFORMED_JSON, Json.problem(e)).exception();
        }
    }

    private boolean read(JsonNode node) {
        if (node.isArray()) {
            facts(node, "");
            return false;
        }
        if (node.isObject() && !node.has("type") && (node.has("facts") || node.has("condition"))) {
            envelope(node);
            return false;
        }
        fact(node, "");
        return true;
    }

    private void envelope(JsonNode node) {
        for (String field : (Iterable<String>) node::fieldNames) {
            if (!field.equals("facts") && !field.equals("condition")) {
                violations.add(
                        new Violation(
                                Json.pointer("", field),
                                "is not a field here; known are [condition, facts]"));
            }
        }
        if (node.path("facts").isArray()) {
            facts(node.get("facts"), "/facts");
        } else {
            violations.add(
                    new Violation("/facts", node.has("facts") ? "expected a list" : "is missing"));
        }
        if (node.has("condition")) {
            condition = condition(node.get("condition"));
        }
    }

    private void facts(JsonNode list, String pointer) {
        if (list.isEmpty()) {
            violations.add(new Violation(pointer, "has no facts"));
        }
        for (int i = 0; i < list.size() && !reader.isFull(); i++) {
            fact(list.get(i), pointer + "/" + i);
        }
    }

    private void fact(JsonNode node, String pointer) {
        reader.read(node, pointer).map(sent -> draft(sent, pointer)).ifPresent(drafts::add);
    }

    private static Draft draft(SentFact sent, String pointer) {
        return sent.id()
                .map(id -> new Draft(id, sent.fact(), pointer))
                .orElseGet(() -> Draft.withNewId(sent.fact(), pointer));
    }

    private Optional<Condition> condition(JsonNode node) {
        if (!node.isObject()) {
            violations.add(new Violation("/condition", "expected an object"));
            return Optional.empty();
        }
        for (String field : (Iterable<String>) node::fieldNames) {
            if (!field.equals("after") && !field.equals("subjects")) {
                violations.add(
                        new Violation(
                                Json.pointer("/condition", field),
                                "is not a field here; known are [after, subjects]"));
            }
        }
        JsonNode after = node.path("after");
        if (!after.isIntegralNumber() || !after.canConvertToLong() || after.longValue() < 0) {
            String message =
                    after.isMissingNode()
                            ? "is missing"
                            : "expected a position: a whole number, 0 or more";
            violations.add(new Violation("/condition/after", message));
        }
        Optional<Set<Subject>> subjects =
                node.has("subjects")
                        ? Optional.of(subjects(node.get("subjects")))
                        : Optional.empty();
        return Optional.of(new Condition(after.longValue(), subjects));
    }

    private Set<Subject> subjects(JsonNode list) {
        Set<Subject> subjects = new LinkedHashSet<>();
        if (!list.isArray() || list.isEmpty()) {
            violations.add(
                    new Violation(
                            "/condition/subjects", "expected a list with a subject at least"));
            return subjects;
        }
        for (int i = 0; i < list.size(); i++) {
            try {
                subjects.add(Subject.parse(list.get(i).isTextual() ? list.get(i).textValue() : ""));
            } catch (IllegalArgumentException e) {
                violations.add(new Violation("/condition/subjects/" + i, e.getMessage()));
            }
        }
        return subjects;
    }
}
