package dev.annals.testing.violations.elsewhere;

/** Breaks a rule: there is no such package. */
public final class Stray {
    int nothing;
}
