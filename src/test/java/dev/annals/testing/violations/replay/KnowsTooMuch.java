package dev.annals.testing.violations.replay;

/** Breaks a rule: {@code replay} must not know {@code web}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.web.KnowsTooMuch other;
}
