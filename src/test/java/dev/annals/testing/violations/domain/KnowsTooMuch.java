package dev.annals.testing.violations.domain;

/** Breaks a rule: {@code domain} must not know {@code json}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.json.KnowsTooMuch other;
}
