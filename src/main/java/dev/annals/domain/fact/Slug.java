package dev.annals.domain.fact;

/**
 * The name of an office, a person, a place or a timeline in addresses and facts.
 *
 * @param value matches {@code [a-z0-9]+(-[a-z0-9]+)*}, at most {@value #MAX_LENGTH} characters
 */
public record Slug(String value) implements Comparable<Slug> {

    public static final int MAX_LENGTH = 128;

    /**
     * @throws IllegalArgumentException if the value is no slug; the message says what one is
     */
    public Slug {
        if (!isSlug(value)) {
            throw new IllegalArgumentException(
                    "expected a slug ([a-z0-9]+(-[a-z0-9]+)*, at most "
                            + MAX_LENGTH
                            + " characters)");
        }
    }

    public static boolean isSlug(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || text.charAt(text.length() - 1) == '-') {
            return false;
        }
        char before = '-';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!letterOrDigit && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    @Override
    public int compareTo(Slug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
