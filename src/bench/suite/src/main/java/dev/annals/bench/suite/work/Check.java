package dev.annals.bench.suite.work;

/** What was stored or read must be what was meant; else the turn counts for nothing. */
public final class Check {

    private Check() {}

    public static void same(String what, long expected, long found) {
        if (expected != found) {
            throw new AssertionError(what + ": " + found + ", not " + expected);
        }
    }
}
