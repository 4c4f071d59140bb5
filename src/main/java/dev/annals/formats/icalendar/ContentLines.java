package dev.annals.formats.icalendar;

/** Content lines of RFC 5545, 3.1: ended by CRLF, and folded after 75 octets of UTF-8 at most. */
final class ContentLines {

    private static final int MOST_OCTETS = 75;

    private final StringBuilder lines = new StringBuilder();

    /**
     * @param value as it stands in the line
     */
    ContentLines add(String name, String value) {
        int octets = 0;
        String line = name + ":" + value;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int character = line.codePointAt(i);
            int more = octets(character);
            if (octets + more > MOST_OCTETS) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.appendCodePoint(character);
            octets += more;
        }
        lines.append("\r\n");
        return this;
    }

    /** How many octets a character has in UTF-8. */
    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }

    /** A property whose value is of the type TEXT (3.3.11). */
    ContentLines text(String name, String text) {
        return add(name, escaped(text));
    }

    /** Control characters have no place in a calendar, but for tabs and line breaks. */
    private static String escaped(String text) {
        return text.replaceAll("\r\n?", "\n")
                .replaceAll("[\\x00-\\x08\\x0b-\\x1f\\x7f]", " ")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
