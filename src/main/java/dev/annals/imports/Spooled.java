package dev.annals.imports;

import dev.annals.formats.FactFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A file of a format that must be read more than once: kept on the disk until it is closed. */
record Spooled(FactFile file, Path copy) implements FactFile {

    private static final int PIECE_BYTES = 1 << 16;

    interface Opening {
        FactFile open(Path copy) throws IOException;
    }

    /**
     * @throws IOException if the file cannot be read to its end, or is none of its format
     * @throws SpoolFailure if it cannot be kept
     */
    static Spooled of(InputStream in, Opening opening) throws IOException {
        Path copy = made();
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                copy(in, out);
            }
            return new Spooled(opening.open(copy), copy);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static Path made() {
        try {
            return Files.createTempFile("annals-import-", null);
        } catch (IOException e) {
            throw new SpoolFailure(e);
        }
    }

    static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            write(out, piece, length);
        }
    }

    private static void write(OutputStream out, byte[] piece, int length) {
        try {
            out.write(piece, 0, length);
        } catch (IOException e) {
            throw new SpoolFailure(e);
        }
    }

    @Override
    public Optional<Found> next() throws IOException {
        return file.next();
    }

    @Override
    public long lines() {
        return file.lines();
    }

    @Override
    public long bytes() {
        return file.bytes();
    }

    @Override
    public Map<String, Long> leftOut() {
        return file.leftOut();
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
