package dev.annals.domain.fact;

import dev.annals.domain.date.EdtfDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A statement about history, as it was sent: absent is absent, and defaults are not filled in.
 * Facts are values; what a log adds to one (id, position, when and by whom recorded) is in {@link
 * RecordedFact}.
 */
public sealed interface Fact {

    Provenance provenance();

    /** A statement about the world. */
    sealed interface Plain extends Fact {}

    /** A statement about an entity that holds at all times. The last one in effect counts. */
    sealed interface Described extends Plain {}

    /** Something that happened once, at a moment known more or less precisely. */
    sealed interface Dated extends Plain {
        EdtfDate date();
    }

    /** A statement about an earlier fact of the same timeline. */
    sealed interface Amendment extends Fact {
        /** The id of the fact that this one is about. */
        UUID fact();
    }

    record PersonDescribed(
            Slug person,
            String name,
            Optional<String> description,
            List<String> sameAs,
            Provenance provenance)
            implements Described {}

    /**
     * @param seats how many may hold the office at once; 1 if absent, 0 for any number
     */
    record OfficeDescribed(
            Slug office,
            String title,
            Optional<String> organization,
            Optional<Slug> place,
            Optional<Integer> seats,
            Optional<String> description,
            List<String> sameAs,
            Provenance provenance)
            implements Described {

        public boolean hasOneSeat() {
            return seats.orElse(1) == 1;
        }
    }

    /**
     * @param latitude with the longitude, WGS 84 degrees
     */
    record PlaceDescribed(
            Slug place,
            String name,
            Optional<Double> latitude,
            Optional<Double> longitude,
            Optional<String> description,
            List<String> sameAs,
            Provenance provenance)
            implements Described {}

    record PersonBorn(Slug person, EdtfDate date, Optional<Slug> place, Provenance provenance)
            implements Dated {}

    record PersonDied(Slug person, EdtfDate date, Optional<Slug> place, Provenance provenance)
            implements Dated {}

    record OfficeEstablished(Slug office, EdtfDate date, Provenance provenance) implements Dated {}

    record OfficeAbolished(Slug office, EdtfDate date, Provenance provenance) implements Dated {}

    /**
     * @param acting whether the person stood in for a holder; not if absent
     */
    record OfficeAssumed(
            Slug office,
            Slug person,
            EdtfDate date,
            Optional<Boolean> acting,
            Provenance provenance)
            implements Dated {

        public boolean isActing() {
            return acting.orElse(false);
        }
    }

    record OfficeVacated(
            Slug office, Slug person, EdtfDate date, Optional<String> reason, Provenance provenance)
            implements Dated {}

    /**
     * @param person whose body was moved
     */
    record BodyRelocated(
            Slug person,
            Slug to,
            Optional<Slug> from,
            EdtfDate date,
            Optional<String> manner,
            Provenance provenance)
            implements Dated {}

    /**
     * @param to the new name
     */
    record PlaceRenamed(
            Slug place, String to, Optional<String> from, EdtfDate date, Provenance provenance)
            implements Dated {}

    record EventOccurred(
            String title,
            EdtfDate date,
            Optional<String> description,
            Optional<Slug> place,
            List<Slug> people,
            List<Slug> offices,
            Provenance provenance)
            implements Dated {}

    /**
     * Gives a plain fact a new content.
     *
     * @param with of the same type as the fact that is corrected
     */
    record FactCorrected(UUID fact, Plain with, Provenance provenance) implements Amendment {}

    /** Takes a fact of any kind, a correction or a retraction too, out of effect. */
    record FactRetracted(UUID fact, String reason, Provenance provenance) implements Amendment {}
}
