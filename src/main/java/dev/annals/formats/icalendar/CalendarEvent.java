package dev.annals.formats.icalendar;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import dev.annals.domain.fact.Subject;
import dev.annals.formats.Headline;
import dev.annals.queries.Labels;
import dev.annals.queries.PlayedFact;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes dated facts as events of a calendar. */
final class CalendarEvent {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final String timeline;
    private final Labels.Known labels;

    CalendarEvent(String timeline, Labels.Known labels) {
        this.timeline = timeline;
        this.labels = labels;
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
        lines.text("SUMMARY", new Headline(labels).of(content))
                .text("DESCRIPTION", description(content));
        place(content).ifPresent(place -> lines.text("LOCATION", labels.of(Subject.place(place))));
        return lines.text("CATEGORIES", FactType.of(content).word())
                .add("TRANSP", "TRANSPARENT")
                .text("X-ANNALS-DATE", content.date().text())
                .add("END", "VEVENT")
                .toString();
    }

    private static String date(long epochDay) {
        return DATE.format(LocalDate.ofEpochDay(epochDay));
    }

    private static Optional<Slug> place(Fact.Dated fact) {
        return switch (fact) {
            case Fact.PersonBorn f -> f.place();
            case Fact.PersonDied f -> f.place();
            case Fact.EventOccurred f -> f.place();
            case Fact.BodyRelocated f -> Optional.of(f.to());
            case Fact.PlaceRenamed f -> Optional.of(f.place());
            case Fact.OfficeEstablished _, Fact.OfficeAbolished _ -> Optional.empty();
            case Fact.OfficeAssumed _, Fact.OfficeVacated _ -> Optional.empty();
        };
    }

    private static String description(Fact.Dated fact) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("Date: " + fact.date().text());
        said(fact).ifPresent(paragraphs::add);
        fact.provenance().note().ifPresent(paragraphs::add);
        fact.provenance().sources().forEach(source -> paragraphs.add(source(source)));
        return String.join("\n\n", paragraphs);
    }

    /** What the fact says beside its headline. */
    private static Optional<String> said(Fact.Dated fact) {
        return switch (fact) {
            case Fact.EventOccurred f -> f.description();
            case Fact.OfficeVacated f -> f.reason();
            case Fact.BodyRelocated f -> f.manner();
            case Fact.PersonBorn _, Fact.PersonDied _, Fact.PlaceRenamed _ -> Optional.empty();
            case Fact.OfficeEstablished _, Fact.OfficeAbolished _ -> Optional.empty();
            case Fact.OfficeAssumed _ -> Optional.empty();
        };
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
