package dev.annals.domain.date;

import java.util.Comparator;

/**
 * The first and the last day, both inclusive, between which one moment lies.
 *
 * @param earliest {@link Day#BEFORE_ALL} where there is no lower bound
 * @param latest {@link Day#AFTER_ALL} where there is no upper bound
 */
public record Bounds(Day earliest, Day latest) implements Comparable<Bounds> {

    private static final Comparator<Bounds> ORDER =
            Comparator.comparing(Bounds::earliest).thenComparing(Bounds::latest);

    /** Some moment, nobody knows when. */
    public static final Bounds NONE = new Bounds(Day.BEFORE_ALL, Day.AFTER_ALL);

    /**
     * @throws IllegalArgumentException if the latest day comes before the earliest
     */
    public Bounds {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(
                    "bounds run backwards: " + earliest + " to " + latest);
        }
    }

    /** Whether more than one day is possible. */
    public boolean isImprecise() {
        return earliest.isBefore(latest);
    }

    public boolean contains(Bounds other) {
        return !other.earliest.isBefore(earliest) && !other.latest.isAfter(latest);
    }

    /** Orders by earliest, then by latest day: no lower bound first, no upper bound last. */
    @Override
    public int compareTo(Bounds other) {
        return ORDER.compare(this, other);
    }
}
