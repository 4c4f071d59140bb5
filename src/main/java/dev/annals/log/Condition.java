package dev.annals.log;

import dev.annals.domain.fact.Subject;
import java.util.Optional;
import java.util.Set;

/**
 * Lets an append happen only if nothing relevant was appended meanwhile.
 *
 * @param after the last position that the writer has seen
 * @param subjects what must not have been touched since; if empty, any later fact counts
 */
public record Condition(long after, Optional<Set<Subject>> subjects) {}
