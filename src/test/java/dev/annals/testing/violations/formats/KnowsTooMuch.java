package dev.annals.testing.violations.formats;

/** Breaks a rule: {@code formats} must not know {@code log}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.log.KnowsTooMuch other;
}
