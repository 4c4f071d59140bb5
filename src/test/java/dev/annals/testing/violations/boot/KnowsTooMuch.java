package dev.annals.testing.violations.boot;

/** Breaks a rule: {@code boot} must not know {@code queries}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.queries.KnowsTooMuch other;
}
