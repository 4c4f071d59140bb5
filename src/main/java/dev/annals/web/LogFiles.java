package dev.annals.web;

import dev.annals.formats.CsvFacts;
import dev.annals.log.LogEntry;
import dev.annals.log.LogFilter;
import dev.annals.log.LogReader;
import dev.annals.queries.KnownAt;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The log of a timeline as files: in pieces, read as they are asked for. */
@ApplicationScoped
public class LogFiles {

    /** Where a page is cut into pieces. */
    private static final int PIECE_CHARS = 65_536;

    private final LogReader reader;

    LogFiles(LogReader reader) {
        this.reader = reader;
    }

    /** A fact on each line. */
    Multi<Buffer> ndjson(KnownAt known, LogFilter filter, long after) {
        return pieces(known, filter, after, LogFiles::ndjson);
    }

    /** A header, and a record for each fact. */
    Multi<Buffer> csv(KnownAt known, LogFilter filter, long after) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(Buffer.buffer(CsvFacts.header())),
                        pieces(known, filter, after, LogFiles::csv));
    }

    /** The same with a byte order mark, without which spreadsheets do not take it for UTF-8. */
    Multi<Buffer> spreadsheet(KnownAt known) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(Buffer.buffer(CsvFacts.BYTE_ORDER_MARK)),
                        csv(known, LogFilter.NONE, 0));
    }

    private Multi<Buffer> pieces(
            KnownAt known, LogFilter filter, long after, Function<List<LogEntry>, Buffer> form) {
        return reader.all(known.timeline(), filter, after, known.position())
                .onItem()
                .transformToIterable(LogFiles::cut)
                .map(form);
    }

    /** What is brought into a form at once. */
    private static List<List<LogEntry>> cut(List<LogEntry> page) {
        List<List<LogEntry>> pieces = new ArrayList<>();
        int start = 0;
        int chars = 0;
        for (int i = 0; i < page.size(); i++) {
            chars += page.get(i).json().length();
            if (chars > PIECE_CHARS || i == page.size() - 1) {
                pieces.add(page.subList(start, i + 1));
                start = i + 1;
                chars = 0;
            }
        }
        return pieces;
    }

    private static Buffer csv(List<LogEntry> page) {
        return Buffer.buffer(CsvFacts.lines(page.stream().map(LogEntry::json).toList()));
    }

    private static Buffer ndjson(List<LogEntry> page) {
        Buffer lines = Buffer.buffer();
        page.forEach(entry -> lines.appendString(entry.json()).appendString("\n"));
        return lines;
    }
}
