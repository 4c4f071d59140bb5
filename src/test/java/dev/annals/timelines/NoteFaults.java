package dev.annals.timelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the notes leave unsaid: where sources disagree, and how sure a fact is. */
final class NoteFaults {

    private static final int DISAGREEMENTS = 22;

    /** A rating, or that the fact is told though it is wrong, or that it is a conclusion. */
    private static final Pattern RATING =
            Pattern.compile(
                    "[Ss]ureness [ABC](/[ABC])?\\b|Recorded as the source has it|Inferred|seed entries");

    /** A reference that was not opened may carry a fact, but never in silence. */
    private static final Pattern RATED_C =
            Pattern.compile("sureness C\\b|[Ss]ureness [AB]/C\\b|was not opened");

    private NoteFaults() {}

    /** Disagreements D1 to D22 that no note of a fact names. */
    static List<String> unnamedDisagreements(Flagship file) {
        String notes =
                String.join("\n", file.lines().stream().map(l -> l.path("note").asText()).toList());
        return IntStream.rangeClosed(1, DISAGREEMENTS)
                .mapToObj(i -> "D" + i)
                .filter(d -> !Pattern.compile("\\b" + d + "\\b").matcher(notes).find())
                .toList();
    }

    /** Facts of which nobody says how sure they are. */
    static List<String> unrated(Flagship file) {
        return file.lines().stream()
                .filter(line -> !line.get("type").asText().equals("FactRetracted"))
                .filter(line -> !RATING.matcher(line.path("note").asText()).find())
                .filter(line -> !line.path("note").asText().contains("was not opened"))
                .map(ObjectNode::toString)
                .toList();
    }

    /**
     * Facts that are standard knowledge and do not say so.
     *
     * @param rows fields and values of the facts that have to, by turns
     */
    static List<String> silent(Flagship file, List<List<String>> rows) {
        List<String> faults = new ArrayList<>();
        for (List<String> row : rows) {
            List<ObjectNode> found =
                    file.lines().stream()
                            .filter(Flagship.like(row.toArray(String[]::new)))
                            .toList();
            if (found.isEmpty()) {
                faults.add("not there: " + row);
            }
            found.stream().filter(NoteFaults::isSilent).forEach(line -> faults.add("" + line));
        }
        return faults;
    }

    private static boolean isSilent(JsonNode line) {
        return !RATED_C.matcher(line.path("note").asText()).find();
    }
}
