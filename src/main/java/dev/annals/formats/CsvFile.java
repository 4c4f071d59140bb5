package dev.annals.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Facts as CSV, as {@link CsvFacts} writes them or as a spreadsheet saves them: the first row names
 * the columns, any of those in any order; cells are separated by commas, semicolons or tabs, as
 * that row has them. A row without anything in it is passed over.
 */
public final class CsvFile implements FactFile {

    /** What the decoder puts in the place of bytes that are not UTF-8. */
    private static final char NOT_UTF_8 = '\uFFFD';

    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final RowLimit limit;
    private final List<String> columns;
    private long line;

    private CsvFile(BufferedReader text, RowLimit limit) throws IOException {
        this.limit = limit;
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(CsvColumns.delimiter(text)).get();
        this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
        this.rows = parser.iterator();
        this.columns = header();
    }

    /**
     * Reads the row that names the columns.
     *
     * @throws UnreadableFileException if there is none, or it has a column that no fact has
     */
    public static CsvFile open(InputStream in) throws IOException {
        RowLimit limit = new RowLimit(new InputStreamReader(in, StandardCharsets.UTF_8));
        BufferedReader text = new BufferedReader(limit);
        text.mark(1);
        if (text.read() != CsvFacts.BYTE_ORDER_MARK.charAt(0)) {
            text.reset();
        }
        return new CsvFile(text, limit);
    }

    private List<String> header() throws IOException {
        CSVRecord row =
                nextRow()
                        .orElseThrow(
                                () ->
                                        new UnreadableFileException(
                                                Place.ofLine(1), "there is no row with columns"));
        List<String> names = CsvColumns.names(row.toList());
        CsvColumns.check(names, Place.ofLine(line));
        return names;
    }

    @Override
    public Optional<Found> next() throws IOException {
        Optional<CSVRecord> row = nextRow();
        while (row.isPresent() && isBlank(row.get())) {
            row = nextRow();
        }
        return row.map(this::found);
    }

    /** Quoted cells may have line breaks: a row's line is the one that it begins on. */
    private Optional<CSVRecord> nextRow() throws IOException {
        limit.begin();
        long begin = parser.getCurrentLineNumber() + 1;
        try {
            boolean isAny = rows.hasNext();
            line = isAny ? begin : parser.getCurrentLineNumber();
            return isAny ? Optional.of(rows.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw new UnreadableFileException(
                    Place.ofLine(begin), "is not CSV: " + e.getCause().getMessage());
        }
    }

    private static boolean isBlank(CSVRecord row) {
        return row.stream().allMatch(String::isEmpty);
    }

    private Found found(CSVRecord row) {
        Place place = Place.ofLine(line);
        if (row.stream().anyMatch(cell -> cell.indexOf(NOT_UTF_8) >= 0)) {
            return new Refused(place, "is not UTF-8; save the file as \"CSV UTF-8\"");
        }
        if (row.size() > columns.size()) {
            return new Refused(
                    place, "has " + row.size() + " cells for " + columns.size() + " columns");
        }
        try {
            return FoundFact.of(place, CsvColumns.fact(columns, row.toList()));
        } catch (IllegalArgumentException e) {
            return new Refused(place, e.getMessage());
        }
    }

    @Override
    public long lines() {
        return line;
    }

    @Override
    public long bytes() {
        return limit.readChars();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
