package dev.annals.testing.violations.json;

/** Breaks a rule: only {@code boot} prints. */
public final class Prints {
    void print() {
        System.out.println();
    }
}
