package dev.annals.log;

import com.fasterxml.uuid.Generators;
import dev.annals.domain.fact.Fact;
import java.util.UUID;

/**
 * A fact to be appended.
 *
 * @param id the log may hold the fact already
 * @param pointer to it in the request, for violations
 */
public record Draft(UUID id, Fact fact, String pointer) {

    public static Draft withNewId(Fact fact, String pointer) {
        return new Draft(Generators.timeBasedEpochGenerator().generate(), fact, pointer);
    }
}
