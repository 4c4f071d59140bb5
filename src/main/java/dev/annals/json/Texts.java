package dev.annals.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What a string may hold. */
public final class Texts {

    /** Of names and titles, in characters. */
    public static final int NAME_LENGTH = 500;

    /** Of other texts, in characters. */
    public static final int TEXT_LENGTH = 20_000;

    private static final int SHOWN_LENGTH = 60;

    private Texts() {}

    /** What is wrong with a text of at most {@code most} characters (code points), if anything. */
    public static Optional<String> problem(String text, int most) {
        if (text.isEmpty()) {
            return Optional.of("must not be empty");
        }
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            return Optional.of("has " + length + " characters, at most " + most + " are allowed");
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == 0) {
                return Optional.of("holds the character U+0000");
            }
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return Optional.of("holds half of a surrogate pair");
            }
        }
        return Optional.empty();
    }

    public static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getRawAuthority() != null && !uri.getRawAuthority().isEmpty();
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** Five groups of hexadecimal digits: {@link java.util.UUID#fromString} takes much more. */
    static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            if (dash ? c != '-' : c >= 0x80 || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** A value short enough for a message. */
    public static String shown(JsonNode node) {
        if (node.isContainerNode()) {
            return node.isArray() ? "a list" : "an object";
        }
        String text = node.toString();
        int end =
                text.offsetByCodePoints(
                        0, Math.min(SHOWN_LENGTH, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }
}
