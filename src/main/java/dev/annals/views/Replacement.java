package dev.annals.views;

import java.util.Optional;

/**
 * What stood before some changes, and what stands in its place after them; at least one of the two.
 */
public record Replacement<V>(Optional<V> before, Optional<V> after) {}
