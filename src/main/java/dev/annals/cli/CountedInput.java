package dev.annals.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what has been read of a file, to be asked from another thread. */
final class CountedInput extends FilterInputStream {

    private volatile long bytes;
    private volatile long lines;

    CountedInput(InputStream in) {
        super(in);
    }

    long bytes() {
        return bytes;
    }

    long lines() {
        return lines;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        long feeds = 0;
        for (int i = offset; i < offset + read; i++) {
            feeds += buffer[i] == '\n' ? 1 : 0;
        }
        lines = lines + feeds;
        bytes = bytes + Math.max(0, read);
        return read;
    }
}
