package dev.annals.domain.date;

/** Where reading an expression has got to. It only moves forward, so reading takes linear time. */
final class Cursor {

    static final String DIGITS = "0123456789";

    private final String text;
    private int index;

    Cursor(String text) {
        this.text = text;
    }

    int index() {
        return index;
    }

    boolean atEnd() {
        return index == text.length();
    }

    boolean at(String wanted) {
        return text.startsWith(wanted, index);
    }

    boolean atAnyOf(String characters) {
        return !atEnd() && characters.indexOf(text.charAt(index)) >= 0;
    }

    /** Passes over the wanted text if it is next. */
    boolean accept(String wanted) {
        boolean there = at(wanted);
        if (there) {
            index += wanted.length();
        }
        return there;
    }

    /** Passes over one of the characters if it is next. */
    boolean acceptAnyOf(String characters) {
        boolean there = atAnyOf(characters);
        if (there) {
            index++;
        }
        return there;
    }

    /** Passes over the unwanted text as often as it comes. */
    void passAll(String unwanted) {
        while (at(unwanted)) {
            index += unwanted.length();
        }
    }

    /** Passes over the wanted text, which must be next. */
    void expect(String wanted) {
        if (!accept(wanted)) {
            throw expected("'" + wanted + "'");
        }
    }

    /** Passes over one of the characters, which must be next, and gives it. */
    char take(String characters, String expectation) {
        if (!atAnyOf(characters)) {
            throw expected(expectation);
        }
        return text.charAt(index++);
    }

    /** The complaint that something else than the expected comes next. */
    DateSyntaxException expected(String expectation) {
        return new DateSyntaxException("expected " + expectation + ", found " + next(), index);
    }

    /** What comes next, by its number where showing it could garble the message. */
    private String next() {
        if (atEnd()) {
            return "the end";
        }
        int next = text.codePointAt(index);
        boolean plain = next >= ' ' && next <= '~' || Character.isLetterOrDigit(next);
        return plain ? "'" + Character.toString(next) + "'" : "U+%04X".formatted(next);
    }
}
