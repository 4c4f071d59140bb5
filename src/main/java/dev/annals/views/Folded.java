package dev.annals.views;

import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.FactType;

/** Which facts an entity's spans and description can depend on; the others only mention it. */
public final class Folded {

    private Folded() {}

    /**
     * @param type of the plain fact of the lineage
     */
    public static boolean by(FactType type, EntityKind kind) {
        return switch (type) {
            case OFFICE_DESCRIBED, OFFICE_ESTABLISHED, OFFICE_ABOLISHED, OFFICE_VACATED ->
                    kind == EntityKind.OFFICE;
            case OFFICE_ASSUMED -> kind == EntityKind.OFFICE || kind == EntityKind.PERSON;
            case PERSON_DESCRIBED, PERSON_BORN, PERSON_DIED, BODY_RELOCATED ->
                    kind == EntityKind.PERSON;
            case PLACE_DESCRIBED, PLACE_RENAMED -> kind == EntityKind.PLACE;
            case EVENT_OCCURRED -> false;
            case FACT_CORRECTED, FACT_RETRACTED ->
                    throw new IllegalArgumentException("not the type of a plain fact: " + type);
        };
    }
}
