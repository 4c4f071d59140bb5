package dev.annals.testing.violations.cli;

/** Breaks a rule: {@code cli} must not know {@code log}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.log.KnowsTooMuch other;
}
