package dev.annals.testing.violations.views;

/** Breaks a rule: there is {@code java.time}. */
public final class DatesOfOld {
    java.util.Date date;
}
