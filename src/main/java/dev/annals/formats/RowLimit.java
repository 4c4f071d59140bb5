package dev.annals.formats;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Lets a row be so long and no longer: a quote that is never closed would make it the whole file.
 */
final class RowLimit extends FilterReader {

    private static final long MOST_CHARS = 16L * 1024 * 1024;

    private long chars;
    private long all;

    RowLimit(Reader text) {
        super(text);
    }

    /** A new row begins. */
    void begin() {
        chars = 0;
    }

    /** How many characters were read, of all rows. */
    long readChars() {
        return all;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        chars += Math.max(0, read);
        all += Math.max(0, read);
        if (chars > MOST_CHARS) {
            throw new IOException(
                    "a row is longer than " + MOST_CHARS + " characters; is a quote never closed?");
        }
        return read;
    }
}
