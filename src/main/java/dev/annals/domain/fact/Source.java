package dev.annals.domain.fact;

import java.util.Optional;

/** Where a fact was read. */
public record Source(
        String title,
        Optional<String> author,
        Optional<Integer> year,
        Optional<String> url,
        Optional<String> quote) {}
