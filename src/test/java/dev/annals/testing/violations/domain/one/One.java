package dev.annals.testing.violations.domain.one;

/** Breaks a rule: it makes a cycle with {@code two}. */
public final class One {
    dev.annals.testing.violations.domain.two.Two two;
}
