package dev.annals.formats.icalendar;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Source;
import dev.annals.formats.Headline;
import dev.annals.formats.Particulars;
import dev.annals.queries.Labels;
import dev.annals.queries.PlayedFact;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes dated facts as events of a calendar. */
final class CalendarEvent {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final String timeline;
    private final Headline headline;
    private final Particulars particulars;

    CalendarEvent(String timeline, Labels.Known labels) {
        this.timeline = timeline;
        this.headline = new Headline(labels);
        this.particulars = new Particulars(labels);
    }

    /**
     * @param fact with bounds that a calendar has days for
     */
    String of(PlayedFact fact) {
        Fact.Dated content = fact.content();
        Bounds bounds = fact.bounds();
        ContentLines lines =
                new ContentLines()
                        .add("BEGIN", "VEVENT")
                        .add("UID", fact.plain().id() + "@" + timeline)
                        .add("DTSTAMP", UTC.format(fact.plain().recordedAt()))
                        .add("DTSTART;VALUE=DATE", date(bounds.earliest().epochDay()));
        if (bounds.isImprecise()) {
            lines.add("DTEND;VALUE=DATE", date(bounds.latest().epochDay() + 1));
        }
        lines.text("SUMMARY", headline.of(content)).text("DESCRIPTION", description(content));
        particulars.place(content).ifPresent(place -> lines.text("LOCATION", place));
        return lines.text("CATEGORIES", FactType.of(content).word())
                .add("TRANSP", "TRANSPARENT")
                .text("X-ANNALS-DATE", content.date().text())
                .add("END", "VEVENT")
                .toString();
    }

    private static String date(long epochDay) {
        return DATE.format(LocalDate.ofEpochDay(epochDay));
    }

    private String description(Fact.Dated fact) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("Date: " + fact.date().text());
        paragraphs.addAll(particulars.of(fact));
        fact.provenance().sources().forEach(source -> paragraphs.add(source(source)));
        return String.join("\n\n", paragraphs);
    }

    private static String source(Source source) {
        StringBuilder text = new StringBuilder("Source: ").append(source.title());
        source.author().ifPresent(author -> text.append(", ").append(author));
        source.year().ifPresent(year -> text.append(", ").append(year));
        source.url().ifPresent(url -> text.append("\n").append(url));
        source.quote().ifPresent(quote -> text.append("\n“").append(quote).append("”"));
        return text.toString();
    }
}
