package dev.annals.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A log as NDJSON, read line by line. */
public final class Export implements FactSource {

    /** Longer than any fact that the service takes. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int begin;
    private int end;
    private long line;

    private Export(InputStream in) {
        this.in = in;
    }

    /**
     * Checks an export.
     *
     * @param in NDJSON; empty lines are passed over
     * @param after position and hash of the fact before the first
     * @param noted hashes that the log must have, or have had as its head
     * @throws IOException if it cannot be read, or a line is beyond 16 MiB
     */
    public static Verdict check(InputStream in, Noted after, List<Noted> noted) throws IOException {
        return LogCheck.of(new Export(in), after, noted);
    }

    @Override
    public Optional<FoundFact> next() throws IOException {
        byte[] bytes = new byte[0];
        while (isBlank(bytes)) {
            Optional<byte[]> read = readLine();
            if (read.isEmpty()) {
                return Optional.empty();
            }
            bytes = read.get();
        }
        return Optional.of(FoundFact.of("line " + line, bytes, Optional.empty()));
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
    private Optional<byte[]> readLine() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        line++;
        while (true) {
            if (begin == end && !fill()) {
                return read.size() == 0 ? Optional.empty() : Optional.of(read.toByteArray());
            }
            int feed = begin;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            read.write(buffer, begin, feed - begin);
            boolean isDone = feed < end;
            begin = isDone ? feed + 1 : feed;
            if (read.size() > MOST_BYTES) {
                throw new IOException("line " + line + " is longer than " + MOST_BYTES + " bytes");
            }
            if (isDone) {
                return Optional.of(read.toByteArray());
            }
        }
    }

    private boolean fill() throws IOException {
        begin = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
