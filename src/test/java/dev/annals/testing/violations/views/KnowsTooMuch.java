package dev.annals.testing.violations.views;

/** Breaks a rule: {@code views} must not know {@code log}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.log.KnowsTooMuch other;
}
