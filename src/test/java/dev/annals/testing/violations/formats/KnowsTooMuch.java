package dev.annals.testing.violations.formats;

/** Breaks a rule: {@code formats} must not know {@code queries}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.queries.KnowsTooMuch other;
}
