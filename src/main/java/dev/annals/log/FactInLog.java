package dev.annals.log;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.FactWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A fact with what was said of it since.
 *
 * @param json the fact as recorded
 * @param isInEffect whether it was not retracted
 * @param content of a plain fact in effect, under its own id and position, as JSON
 * @param corrections that name it
 * @param retractions that name it
 */
public record FactInLog(
        String json,
        boolean isInEffect,
        Optional<String> content,
        List<Amending> corrections,
        List<Amending> retractions) {

    /** A fact that names the other, and whether it counts itself. */
    public record Amending(String json, boolean isInEffect) {}

    /**
     * @param id of a fact in the lineage
     * @param entries of the lineage's facts
     */
    static FactInLog of(Lineage lineage, UUID id, List<LogEntry> entries) {
        Map<Long, String> json =
                entries.stream().collect(Collectors.toMap(LogEntry::position, LogEntry::json));
        RecordedFact fact =
                lineage.facts().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
        return new FactInLog(
                json.get(fact.position()),
                lineage.isInEffect(id),
                lineage.plain().equals(fact) ? content(lineage) : Optional.empty(),
                amending(lineage, id, json, Fact.FactCorrected.class),
                amending(lineage, id, json, Fact.FactRetracted.class));
    }

    private static Optional<String> content(Lineage lineage) {
        return lineage.effective()
                .map(e -> FactWriter.unhashed(lineage.plain().saying(e.content())));
    }

    private static List<Amending> amending(
            Lineage lineage,
            UUID id,
            Map<Long, String> json,
            Class<? extends Fact.Amendment> type) {
        return lineage.amendments().stream()
                .filter(a -> type.isInstance(a.fact()) && type.cast(a.fact()).fact().equals(id))
                .map(a -> new Amending(json.get(a.position()), lineage.isInEffect(a.id())))
                .toList();
    }
}
