package dev.annals.log;

import dev.annals.domain.fact.Fact;
import java.util.UUID;

/**
 * A fact to be appended.
 *
 * @param pointer to it in the request, for violations
 */
public record Draft(UUID id, Fact fact, String pointer) {}
