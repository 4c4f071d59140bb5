package dev.annals.json;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a file of JSON values, one value on each: those that are not blank, in bytes. */
public final class LineReader implements Closeable {

    /** Longer than any fact that the service takes. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int begin;
    private int end;
    private long number;

    public LineReader(InputStream in) {
        this.in = in;
    }

    /** The number of the line that was read last; 1 for the first. */
    public long number() {
        return number;
    }

    /**
     * The next line that is not blank, without its line feed; empty at the end.
     *
     * @throws IOException if the file cannot be read, or the line is beyond 16 MiB
     */
    public Optional<byte[]> next() throws IOException {
        Optional<byte[]> line = read();
        while (line.isPresent() && isBlank(line.get())) {
            line = read();
        }
        return line;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Up to the next line feed, without it; nothing at the end. */
    private Optional<byte[]> read() throws IOException {
        if (begin == end && !fill()) {
            return Optional.empty();
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        number++;
        while (true) {
            int feed = begin;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            read.write(buffer, begin, feed - begin);
            boolean isDone = feed < end;
            begin = isDone ? feed + 1 : feed;
            if (read.size() > MOST_BYTES) {
                throw new IOException(
                        "line " + number + " is longer than " + MOST_BYTES + " bytes");
            }
            if (isDone || begin == end && !fill()) {
                return Optional.of(read.toByteArray());
            }
        }
    }

    private boolean fill() throws IOException {
        begin = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
