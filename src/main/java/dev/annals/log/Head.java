package dev.annals.log;

import java.time.Instant;

/**
 * The end of a timeline's log.
 *
 * @param timeline the timeline's key
 * @param position of the last fact, 0 while empty
 * @param recordedAt of the last fact; {@link Instant#MIN} while empty
 * @param hash of the last fact
 */
record Head(int timeline, long position, Instant recordedAt, String hash) {}
