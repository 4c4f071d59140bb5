package dev.annals.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.RecordedFact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A log made up for a test.
 *
 * @param seed what {@link RandomHistory} made it from
 * @param log facts at positions from 1 on
 */
public record History(long seed, List<RecordedFact> log) {

    public History {
        log = List.copyOf(log);
    }

    /** As many facts as the log has: the last position. */
    public long head() {
        return log.size();
    }

    /** All dates that facts carry, those of corrections included. */
    public List<EdtfDate> dates() {
        List<EdtfDate> dates = new ArrayList<>();
        for (RecordedFact recorded : log) {
            Fact content =
                    recorded.fact() instanceof Fact.FactCorrected correction
                            ? correction.with()
                            : recorded.fact();
            if (content instanceof Fact.Dated dated) {
                dates.add(dated.date());
            }
        }
        return dates.stream().distinct().toList();
    }

    /**
     * A part of this history, none of whose facts can be left out without losing the fault.
     *
     * @param isFaulty whether a history shows the fault; this one does
     */
    public History shrunk(Predicate<History> isFaulty) {
        History smallest = this;
        int size = Math.max(1, log.size() / 2);
        while (size > 0) {
            boolean dropped = false;
            for (int i = smallest.log.size() - size; i >= 0; i--) {
                // What was dropped with others may have left fewer than that.
                History smaller = smallest.without(i, size);
                if (smaller.head() < smallest.head() && isFaulty.test(smaller)) {
                    smallest = smaller;
                    dropped = true;
                }
            }
            size = dropped ? size : size / 2;
        }
        return smallest;
    }

    /** This history without some facts, and without all that was said about those. */
    private History without(int from, int count) {
        Set<UUID> gone = new HashSet<>();
        List<RecordedFact> rest = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            RecordedFact fact = log.get(i);
            boolean isAboutGone =
                    fact.fact() instanceof Fact.Amendment amendment
                            && gone.contains(amendment.fact());
            if (i >= from && i < from + count || isAboutGone) {
                gone.add(fact.id());
            } else {
                rest.add(FactReader.recorded(fact.id(), rest.size() + 1, fact.fact()));
            }
        }
        return new History(seed, rest);
    }

    /**
     * The seed, and the facts as a JSON list, one a line: what {@link FactReader#readLog} takes, to
     * replay a failure.
     */
    @Override
    public String toString() {
        return log.stream()
                .map(FactWriter::write)
                .map(JsonNode::toString)
                .collect(Collectors.joining(",\n  ", "seed " + seed + "\n[\n  ", "\n]"));
    }
}
