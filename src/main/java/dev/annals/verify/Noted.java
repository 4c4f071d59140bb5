package dev.annals.verify;

import dev.annals.json.FactHash;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash that somebody noted down.
 *
 * @param position of the fact that had it, if that was noted too; 0 for the empty log
 * @param hash 64 hex digits in lower case
 */
public record Noted(OptionalLong position, String hash) {

    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,18}):)?([0-9a-f]{64})");

    /** Before the first fact. */
    public static final Noted NOTHING = new Noted(OptionalLong.of(0), FactHash.NONE);

    /**
     * @param text {@code HASH} or {@code POSITION:HASH}
     * @throws IllegalArgumentException if it has another form
     */
    public static Noted parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "expected a hash of 64 hex digits, or POSITION:HASH, found \"" + text + "\"");
        }
        OptionalLong position =
                parts.group(1) == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(Long.parseLong(parts.group(1)));
        return new Noted(position, parts.group(2));
    }

    @Override
    public String toString() {
        return position.isPresent() ? position.getAsLong() + ":" + hash : hash;
    }
}
