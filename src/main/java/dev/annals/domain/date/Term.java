package dev.annals.domain.date;

/**
 * What an expression amounts to, or a date within one.
 *
 * @param marked whether any of it carries {@code ?}, {@code ~} or {@code %}
 */
record Term(Bounds bounds, Precision precision, boolean marked) {

    /** The open or unknown end of an interval, or of a range in a set. */
    static final Term OPEN = new Term(Bounds.NONE, Precision.SEVERAL, false);

    /** How finely a term is written. */
    enum Precision {
        YEAR,
        PART_OF_YEAR,
        MONTH,
        DAY,
        SECOND,
        /** More dates than one, as an interval or a set. */
        SEVERAL
    }

    /** Whether this lies after the end in any case, however imprecise the two are. */
    boolean isAfter(Term end) {
        return bounds.earliest().isAfter(end.bounds.latest());
    }

    /** Some moment from this to the end, which it is not {@linkplain #isAfter after}. */
    Term until(Term end) {
        return several(bounds.earliest(), end.bounds.latest(), marked || end.marked);
    }

    /** Some moment from the first to the last day of the two. */
    Term or(Term other) {
        return several(
                Day.earlier(bounds.earliest(), other.bounds.earliest()),
                Day.later(bounds.latest(), other.bounds.latest()),
                marked || other.marked);
    }

    private static Term several(Day earliest, Day latest, boolean marked) {
        return new Term(new Bounds(earliest, latest), Precision.SEVERAL, marked);
    }

    Margin margin() {
        if (!marked) {
            return Margin.NONE;
        }
        return precision == Precision.SEVERAL ? Margin.UNLIMITED : Margin.ofMarked(bounds);
    }
}
