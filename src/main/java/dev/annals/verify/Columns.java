package dev.annals.verify;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.RecordedFact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What the database has of a fact beside its JSON, to find it by.
 *
 * @param root of an amendment, else null
 * @param earliest epoch day of a dated fact, else null
 * @param latest epoch day of a dated fact, else null
 */
record Columns(
        long position,
        UUID id,
        String type,
        Long root,
        Long earliest,
        Long latest,
        Instant recordedAt) {

    /**
     * What the database should have.
     *
     * @param root position of the plain fact that the fact is finally about
     */
    static Columns of(RecordedFact fact, long root) {
        Optional<Bounds> bounds =
                fact.fact() instanceof Fact.Dated dated
                        ? Optional.of(dated.date().bounds())
                        : Optional.empty();
        return new Columns(
                fact.position(),
                fact.id(),
                FactType.of(fact.fact()).word(),
                fact.fact() instanceof Fact.Amendment ? root : null,
                bounds.map(b -> b.earliest().epochDay()).orElse(null),
                bounds.map(b -> b.latest().epochDay()).orElse(null),
                fact.recordedAt());
    }

    /** The columns that have another value here than there, each with both, in words. */
    List<String> differences(Columns there) {
        Map<String, Object> others = there.values();
        return values().entrySet().stream()
                .filter(v -> !Objects.equals(v.getValue(), others.get(v.getKey())))
                .map(
                        v ->
                                "the column %s has %s where the fact says %s"
                                        .formatted(
                                                v.getKey(), v.getValue(), others.get(v.getKey())))
                .toList();
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("position", position);
        values.put("id", id);
        values.put("type", type);
        values.put("root", root);
        values.put("earliest", earliest);
        values.put("latest", latest);
        values.put("recorded_at", recordedAt);
        return values;
    }
}
