package dev.annals.formats.wikidata;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.FactFile;
import dev.annals.formats.LeftOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * The facts of a query for the holders of a position. It is read twice, since it takes all names to
 * know which of them are shared; in memory are the names of its people. The office itself is not
 * described: the file does not say what it is called.
 */
public final class WikidataFile implements FactFile {

    private final LeftOut leftOut = new LeftOut();
    private final RowFacts rowFacts;
    private final Rows rows;
    private final Queue<Found> found = new ArrayDeque<>();
    private long read;

    private WikidataFile(Path document, Slug office) throws IOException {
        this.rowFacts = new RowFacts(office, People.of(document), leftOut);
        this.rows = Rows.of(document);
    }

    /**
     * Reads the whole file once.
     *
     * @param office that they held
     * @throws dev.annals.formats.UnreadableFileException if it is no JSON, or has no rows
     */
    public static WikidataFile open(Path document, Slug office) throws IOException {
        return new WikidataFile(document, office);
    }

    @Override
    public Optional<Found> next() throws IOException {
        while (found.isEmpty()) {
            Optional<Rows.Row> row = rows.next();
            if (row.isEmpty()) {
                return Optional.empty();
            }
            read++;
            read(row.get());
        }
        return Optional.of(found.remove());
    }

    private void read(Rows.Row row) {
        try {
            for (Fact fact : rowFacts.of(row)) {
                found.add(new Read(row.at(), Optional.empty(), fact));
            }
        } catch (BrokenElementException e) {
            found.add(new Refused(row.at(), e.getMessage()));
        }
    }

    /** How many rows. */
    @Override
    public long lines() {
        return read;
    }

    @Override
    public Map<String, Long> leftOut() {
        return leftOut.counts();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
