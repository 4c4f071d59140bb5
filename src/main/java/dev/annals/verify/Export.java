package dev.annals.verify;

import dev.annals.json.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A log as NDJSON, read line by line. */
public final class Export implements FactSource {

    private final LineReader lines;

    private Export(InputStream in) {
        this.lines = new LineReader(in);
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
        Optional<byte[]> line = lines.next();
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(FoundFact.of("line " + lines.number(), line.get(), Optional.empty()));
    }
}
