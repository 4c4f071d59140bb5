package dev.annals.testing.violations.web;

/** Breaks a rule: {@code web} must not know {@code boot}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.boot.KnowsTooMuch other;
}
