package dev.annals.formats.popolo;

import dev.annals.formats.BrokenElementException;

/** References to what is not in the document. */
final class Dangling {

    private static final int SHOWN_LENGTH = 60;

    private Dangling() {}

    static BrokenElementException reference(String field, String expected, String found) {
        String shown =
                found.codePointCount(0, found.length()) > SHOWN_LENGTH
                        ? found.substring(0, found.offsetByCodePoints(0, SHOWN_LENGTH)) + "…"
                        : found;
        return new BrokenElementException(
                field + ": the document has no " + expected + " \"" + shown + "\"");
    }
}
