package dev.annals.verify;

import java.time.Instant;
import java.util.Optional;

/**
 * What the check of one log came to.
 *
 * @param facts that are as they were recorded, up to the first finding
 * @param position of the last of them
 * @param hash of the last of them
 * @param recordedAt of the last of them
 */
public record Verdict(
        long facts,
        long position,
        String hash,
        Optional<Instant> recordedAt,
        Optional<Finding> finding) {

    public boolean isWhole() {
        return finding.isEmpty();
    }

    Verdict with(Optional<Finding> other) {
        return new Verdict(facts, position, hash, recordedAt, other);
    }
}
