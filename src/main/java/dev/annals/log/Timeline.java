package dev.annals.log;

import java.time.Instant;
import java.util.Optional;

/**
 * A named collection of facts.
 *
 * @param key what the database knows it by
 * @param id a slug
 * @param head position of the last fact, 0 while empty
 * @param recordedAt of the last fact
 * @param hash of the last fact; 64 zeros while empty
 */
public record Timeline(
        int key,
        String id,
        String title,
        Optional<String> description,
        long head,
        Optional<Instant> recordedAt,
        String hash) {}
