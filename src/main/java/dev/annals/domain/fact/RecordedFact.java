package dev.annals.domain.fact;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact in a timeline's log.
 *
 * @param position 1, 2, 3 … without gaps, in the order of the commits
 * @param recordedAt to the microsecond; never decreases as the position grows
 * @param recordedBy the name of the token that wrote it
 */
public record RecordedFact(
        UUID id, long position, Instant recordedAt, String recordedBy, Fact fact) {

    /** This fact with another content: what a correction makes it say. */
    public RecordedFact saying(Fact.Plain content) {
        return new RecordedFact(id, position, recordedAt, recordedBy, content);
    }
}
