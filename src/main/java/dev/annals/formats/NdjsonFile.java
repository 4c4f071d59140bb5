package dev.annals.formats;

import dev.annals.json.Json;
import dev.annals.json.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Facts as NDJSON: one on a line, as they are sent or as they are read back. */
public final class NdjsonFile implements FactFile {

    public static final String MEDIA_TYPE = "application/x-ndjson";

    private final LineReader lines;
    private long bytes;

    public NdjsonFile(InputStream in) {
        this.lines = new LineReader(in);
    }

    @Override
    public Optional<Found> next() throws IOException {
        Optional<byte[]> line = lines.next();
        return line.isEmpty() ? Optional.empty() : Optional.of(found(line.get()));
    }

    private Found found(byte[] line) {
        Place place = Place.ofLine(lines.number());
        bytes += line.length;
        try {
            return FoundFact.of(place, Json.parse(line));
        } catch (IOException e) {
            return new Refused(place, "is not JSON: " + Json.problemInLine(e));
        }
    }

    @Override
    public long lines() {
        return lines.number();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
