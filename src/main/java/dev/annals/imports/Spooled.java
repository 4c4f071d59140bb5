package dev.annals.imports;

import dev.annals.formats.FactFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** A file of a format that must be read more than once: kept on the disk until it is closed. */
record Spooled(FactFile file, Path copy) implements FactFile {

    interface Opening {
        FactFile open(Path copy) throws IOException;
    }

    static Spooled of(InputStream in, Opening opening) throws IOException {
        Path copy = Files.createTempFile("annals-import-", null);
        try {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return new Spooled(opening.open(copy), copy);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
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
