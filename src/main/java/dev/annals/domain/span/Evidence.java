package dev.annals.domain.span;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;

/** A fact behind a span, and what it does for it. */
public record Evidence(Effective<? extends Fact.Dated> fact, Role role) {}
