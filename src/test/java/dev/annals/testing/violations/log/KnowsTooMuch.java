package dev.annals.testing.violations.log;

/** Breaks a rule: {@code log} must not know {@code queries}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.queries.KnowsTooMuch other;
}
