package dev.annals.domain.why;

import dev.annals.domain.span.Evidence;

/** A fact behind an answer, and the rule by which it counts. */
public record Because(Evidence evidence, Reason reason) {}
