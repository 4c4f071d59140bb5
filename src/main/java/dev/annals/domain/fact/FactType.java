package dev.annals.domain.fact;

import java.util.Optional;

/** The types of facts by the names they have on the wire. */
public enum FactType {
    PERSON_DESCRIBED("PersonDescribed"),
    OFFICE_DESCRIBED("OfficeDescribed"),
    PLACE_DESCRIBED("PlaceDescribed"),
    PERSON_BORN("PersonBorn"),
    PERSON_DIED("PersonDied"),
    OFFICE_ESTABLISHED("OfficeEstablished"),
    OFFICE_ABOLISHED("OfficeAbolished"),
    OFFICE_ASSUMED("OfficeAssumed"),
    OFFICE_VACATED("OfficeVacated"),
    BODY_RELOCATED("BodyRelocated"),
    PLACE_RENAMED("PlaceRenamed"),
    EVENT_OCCURRED("EventOccurred"),
    FACT_CORRECTED("FactCorrected"),
    FACT_RETRACTED("FactRetracted");

    private final String word;

    FactType(String word) {
        this.word = word;
    }

    /** The name on the wire, {@code OfficeAssumed} for one. */
    public String word() {
        return word;
    }

    public boolean isAmendment() {
        return this == FACT_CORRECTED || this == FACT_RETRACTED;
    }

    public static Optional<FactType> of(String word) {
        for (FactType type : values()) {
            if (type.word.equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    public static FactType of(Fact fact) {
        return switch (fact) {
            case Fact.PersonDescribed _ -> PERSON_DESCRIBED;
            case Fact.OfficeDescribed _ -> OFFICE_DESCRIBED;
            case Fact.PlaceDescribed _ -> PLACE_DESCRIBED;
            case Fact.PersonBorn _ -> PERSON_BORN;
            case Fact.PersonDied _ -> PERSON_DIED;
            case Fact.OfficeEstablished _ -> OFFICE_ESTABLISHED;
            case Fact.OfficeAbolished _ -> OFFICE_ABOLISHED;
            case Fact.OfficeAssumed _ -> OFFICE_ASSUMED;
            case Fact.OfficeVacated _ -> OFFICE_VACATED;
            case Fact.BodyRelocated _ -> BODY_RELOCATED;
            case Fact.PlaceRenamed _ -> PLACE_RENAMED;
            case Fact.EventOccurred _ -> EVENT_OCCURRED;
            case Fact.FactCorrected _ -> FACT_CORRECTED;
            case Fact.FactRetracted _ -> FACT_RETRACTED;
        };
    }
}
