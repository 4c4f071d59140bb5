package dev.annals.views;

import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import java.util.Set;

/**
 * What a working set has to be taught before it can fold.
 *
 * @param subjects whose folded facts are missing
 * @param counted subjects that may no longer be mentioned, so that their mentions must be counted
 * @param deaths people whose deaths are missing
 */
public record Need(Set<Subject> subjects, Set<Subject> counted, Set<Slug> deaths) {

    public boolean isEmpty() {
        return subjects.isEmpty() && counted.isEmpty() && deaths.isEmpty();
    }
}
