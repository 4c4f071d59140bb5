package dev.annals.log;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Subject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An appended fact as it goes into the tables.
 *
 * @param root position of the plain fact that an amendment is finally about
 * @param rootType the plain fact's type
 */
record LogRow(
        RecordedFact fact,
        Optional<Long> root,
        FactType rootType,
        Set<Subject> touches,
        String hash,
        String json) {

    String type() {
        return FactType.of(fact.fact()).word();
    }

    /** Epoch day, or null if the fact is not dated. */
    Long earliest() {
        return bound(bounds -> bounds.earliest().epochDay());
    }

    /** Epoch day, or null if the fact is not dated. */
    Long latest() {
        return bound(bounds -> bounds.latest().epochDay());
    }

    private Long bound(Function<Bounds, Long> bound) {
        return fact.fact() instanceof Fact.Dated dated ? bound.apply(dated.date().bounds()) : null;
    }
}
