package dev.annals.testing.violations.domain.two;

/** Breaks a rule: it makes a cycle with {@code one}. */
public final class Two {
    dev.annals.testing.violations.domain.one.One one;
}
