package dev.annals.views;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import java.util.Optional;

/**
 * What counts of a plain fact that was corrected or retracted.
 *
 * @param content position of the fact that gives the content in effect; empty if retracted
 * @param bounds of its date, if it has one
 */
record AmendedFact(Optional<Long> content, Optional<Bounds> bounds) {

    /** Empty while the lineage has no amendment: the fact stands as it was recorded. */
    static Optional<AmendedFact> of(Lineage lineage) {
        if (lineage.amendments().isEmpty()) {
            return Optional.empty();
        }
        Optional<Fact.Plain> content = lineage.effective().map(effective -> effective.content());
        return Optional.of(
                new AmendedFact(
                        lineage.contentPosition(),
                        content.flatMap(
                                c ->
                                        c instanceof Fact.Dated d
                                                ? Optional.of(d.date().bounds())
                                                : Optional.empty())));
    }
}
