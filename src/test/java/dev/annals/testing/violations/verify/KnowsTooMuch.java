package dev.annals.testing.violations.verify;

/** Breaks a rule: {@code verify} must not know {@code log}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.log.KnowsTooMuch other;
}
