package dev.annals.testing.violations.json;

/** Breaks a rule: {@code json} must not know {@code views}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.views.KnowsTooMuch other;
}
