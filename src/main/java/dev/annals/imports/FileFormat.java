package dev.annals.imports;

import dev.annals.domain.fact.Slug;
import dev.annals.formats.CsvFile;
import dev.annals.formats.FactFile;
import dev.annals.formats.NdjsonFile;
import dev.annals.formats.popolo.PopoloFile;
import dev.annals.formats.wikidata.WikidataFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of files that facts can be imported from. */
public enum FileFormat {
    NDJSON,
    CSV,
    POPOLO,
    WIKIDATA;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FileFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(FileFormat::word).toList();
    }

    /** Whether the file does not say itself which office it is about. */
    public boolean needsOffice() {
        return this == WIKIDATA;
    }

    /**
     * Begins to read a file.
     *
     * @param office that it is about, if it {@link #needsOffice}
     * @throws dev.annals.formats.UnreadableFileException if it is not of this format
     * @throws IOException if it breaks off
     */
    public FactFile open(InputStream in, Optional<Slug> office) throws IOException {
        return switch (this) {
            case NDJSON -> new NdjsonFile(in);
            case CSV -> CsvFile.open(in);
            case POPOLO -> Spooled.of(in, PopoloFile::open);
            case WIKIDATA -> Spooled.of(in, copy -> WikidataFile.open(copy, office.orElseThrow()));
        };
    }
}
