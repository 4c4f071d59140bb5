package dev.annals.domain.span;

import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;

/**
 * A stretch of valid time. Two spans of a timeline, as known at one position, differ in kind, in
 * {@link #openedBy} or in {@link #isBefore}.
 */
public sealed interface Span {

    Period period();

    /** The position of the plain fact that opens it. */
    long openedBy();

    /**
     * Whether it comes before the fact that opens it, which says only what was left at that moment.
     */
    boolean isBefore();

    /** The entity whose spans these are. */
    Subject subject();

    /** A person in an office. */
    record Tenure(Slug office, Slug person, boolean acting, Period period, long openedBy)
            implements Span {
        @Override
        public boolean isBefore() {
            return false;
        }

        @Override
        public Subject subject() {
            return Subject.office(office);
        }
    }

    /** A person's body at a place. */
    record RestingPlace(Slug person, Slug place, Period period, long openedBy, boolean isBefore)
            implements Span {
        @Override
        public Subject subject() {
            return Subject.person(person);
        }
    }

    /** A place under a name. */
    record PlaceName(Slug place, String name, Period period, long openedBy, boolean isBefore)
            implements Span {
        @Override
        public Subject subject() {
            return Subject.place(place);
        }
    }

    /**
     * An office that exists, whoever holds it: from an establishment or assumption until the first
     * abolition after it. On the days it covers an office is listed even with nobody in it.
     */
    record Standing(Slug office, Period period, long openedBy) implements Span {
        @Override
        public boolean isBefore() {
            return false;
        }

        @Override
        public Subject subject() {
            return Subject.office(office);
        }
    }
}
