package dev.annals.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files that a timeline can be taken away in. */
public enum Export {
    FACTS_NDJSON(
            "facts.ndjson",
            NdjsonFile.MEDIA_TYPE,
            "The log: every fact on a line, as it is read back. Import it and the log is the same."),
    FACTS_CSV(
            "facts.csv",
            CsvFacts.MEDIA_TYPE,
            "The log as a table, with a byte order mark, so that spreadsheets read it as UTF-8. Cells stand as they are:"
                    + " one that begins with =, +, - or @ may be taken for a formula, so import it as text if you do not trust the facts."),
    POPOLO(
            "popolo.json",
            "application/json",
            "People, organizations, offices as posts, tenures as memberships, places as areas, and events, in Popolo"
                    + " (popoloproject.com)."),
    TIMELINEJS(
            "timelinejs.json",
            "application/json",
            "Events and spans as slides of Knight Lab’s TimelineJS3, grouped by office."),
    CALENDAR(
            "calendar.ics",
            "text/calendar",
            "Dated facts as all-day events of a calendar (iCalendar, RFC 5545)."),
    GRAPH(
            "graph.jsonld",
            "application/ld+json",
            "People, offices, places, spans and events in the words of schema.org, and every fact with its sources and"
                    + " its revisions in those of PROV-O (JSON-LD 1.1).");

    private final String file;
    private final String mediaType;
    private final String description;

    Export(String file, String mediaType, String description) {
        this.file = file;
        this.mediaType = mediaType;
        this.description = description;
    }

    public static Optional<Export> named(String file) {
        return Arrays.stream(values()).filter(export -> export.file.equals(file)).findFirst();
    }

    public static List<String> files() {
        return Arrays.stream(values()).map(Export::file).toList();
    }

    /** What it is called in its address. */
    public String file() {
        return file;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What it holds, in a sentence or two. */
    public String description() {
        return description;
    }

    /** What it is called when it is kept: no two states of a timeline have the same name. */
    public String fileName(String timeline, long position) {
        String ending =
                switch (this) {
                    case FACTS_NDJSON -> "ndjson";
                    case FACTS_CSV -> "csv";
                    case POPOLO, TIMELINEJS -> file;
                    case CALENDAR -> "ics";
                    case GRAPH -> "jsonld";
                };
        return timeline + "-" + position + "." + ending;
    }
}
