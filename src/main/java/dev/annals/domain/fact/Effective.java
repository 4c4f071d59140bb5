package dev.annals.domain.fact;

import dev.annals.domain.date.Bounds;
import java.util.Comparator;
import java.util.UUID;

/**
 * A plain fact that is in effect, with the content that counts.
 *
 * @param id the plain fact's own
 * @param position the plain fact's own: a correction does not move it
 * @param content the plain fact's, or that of the correction in effect
 */
public record Effective<F extends Fact.Plain>(UUID id, long position, F content) {

    /** The order of history: by earliest and latest day, then by position. */
    public static final Comparator<Effective<? extends Fact.Dated>> BY_DATE =
            Comparator.<Effective<? extends Fact.Dated>, Bounds>comparing(
                            e -> e.content().date().bounds())
                    .thenComparingLong(Effective::position);

    /** The order of the log. */
    public static final Comparator<Effective<?>> BY_POSITION =
            Comparator.comparingLong(Effective::position);
}
