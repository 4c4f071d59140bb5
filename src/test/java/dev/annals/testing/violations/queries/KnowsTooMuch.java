package dev.annals.testing.violations.queries;

/** Breaks a rule: {@code queries} must not know {@code replay}. */
public final class KnowsTooMuch {
    dev.annals.testing.violations.replay.KnowsTooMuch other;
}
