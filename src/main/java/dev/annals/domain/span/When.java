package dev.annals.domain.span;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import java.util.Comparator;

/** A fact's place in the order of history: by earliest and latest day, then by position. */
record When(Bounds bounds, long position) implements Comparable<When> {

    private static final Comparator<When> ORDER =
            Comparator.comparing(When::bounds).thenComparingLong(When::position);

    static When of(Effective<? extends Fact.Dated> fact) {
        return new When(fact.content().date().bounds(), fact.position());
    }

    /** The first place that anything with no day before {@code earliest} can take. */
    static When firstFrom(Day earliest) {
        return new When(new Bounds(earliest, earliest), 0);
    }

    @Override
    public int compareTo(When other) {
        return ORDER.compare(this, other);
    }
}
