package dev.annals.queries;

import java.time.Instant;
import java.util.Optional;

/**
 * A timeline as known at a position of its log: what every answer is given for.
 *
 * @param timeline the timeline's key
 * @param position that counts; at most the head
 * @param recordedAt of the fact at that position; empty at position 0
 * @param head the position of the timeline's last fact
 */
public record KnownAt(
        int timeline, String id, long position, Optional<Instant> recordedAt, long head) {}
