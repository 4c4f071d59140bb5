package dev.annals.testing.violations.imports;

/** Breaks a rule: {@code imports} must not know {@code replay}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.replay.KnowsTooMuch other;
}
