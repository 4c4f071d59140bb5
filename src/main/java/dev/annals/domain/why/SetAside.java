package dev.annals.domain.why;

import dev.annals.domain.fact.RecordedFact;
import java.util.List;

/**
 * A recorded fact that gave an answer nothing.
 *
 * @param fact as recorded
 * @param by the facts that set it aside, in order of position; empty if its own content does
 */
public record SetAside(RecordedFact fact, Aside aside, List<RecordedFact> by, Reason reason) {

    public SetAside {
        by = List.copyOf(by);
    }
}
