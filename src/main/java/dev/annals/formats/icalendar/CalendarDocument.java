package dev.annals.formats.icalendar;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.formats.DocumentMeta;
import dev.annals.formats.ExportDocument;
import dev.annals.formats.LeftOut;
import dev.annals.formats.Section;
import dev.annals.formats.UnsaidDescriptions;
import dev.annals.queries.KnownAt;
import dev.annals.queries.Labels;
import dev.annals.queries.PlayedFact;
import java.time.LocalDate;
import java.util.List;

/**
 * The dated facts of a timeline as all-day events of a calendar. One with a vague date lasts over
 * all days that it may have happened on, and says its date in words. What iCalendar has no days for
 * is left out and counted, as is what descriptions say beside names: the counts stand at the top,
 * where they have to be known before.
 */
public final class CalendarDocument implements ExportDocument {

    /** The days that iCalendar can say; the last one of 9999 could not be the end of an event. */
    public static final Bounds DAYS =
            new Bounds(Day.of(LocalDate.of(1, 1, 1)), Day.of(LocalDate.of(9999, 12, 30)));

    private final KnownAt known;
    private final long leftOut;
    private final LeftOut unsaid = new LeftOut();
    private boolean isEmpty = true;

    /**
     * @param leftOut how many dated facts in effect reach beyond {@link #DAYS}
     */
    public CalendarDocument(KnownAt known, long leftOut) {
        this.known = known;
        this.leftOut = leftOut;
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section.Descriptions(new UnsaidDescriptions(unsaid)::count),
                new Section.Text(this::begin),
                new Section.History(this::events),
                new Section.Text(this::end));
    }

    private String begin() {
        String asKnown =
                DocumentMeta.asKnown(known)
                        + " Left out, since no calendar has days for them: "
                        + leftOut
                        + (unsaid.total() > 0 ? ". Left unsaid: " + unsaid.inWords() : "")
                        + ".";
        return new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//Annals//Annals//EN")
                .add("CALSCALE", "GREGORIAN")
                .text("X-WR-CALNAME", known.id())
                .text("X-WR-CALDESC", asKnown)
                .add("X-ANNALS-POSITION", Long.toString(known.position()))
                .add("X-ANNALS-LEFT-OUT", Long.toString(leftOut))
                .text("X-ANNALS-LEFT-UNSAID", unsaid.inWords())
                .toString();
    }

    private String events(List<PlayedFact> page, Labels.Known labels) {
        StringBuilder events = new StringBuilder();
        CalendarEvent writing = new CalendarEvent(known.id(), labels);
        for (PlayedFact fact : page) {
            if (DAYS.contains(fact.bounds())) {
                events.append(writing.of(fact));
                isEmpty = false;
            }
        }
        return events.toString();
    }

    /** A calendar without any component is not valid (RFC 5545, 3.6): this one has a time zone. */
    private String end() {
        ContentLines lines = new ContentLines();
        if (isEmpty) {
            lines.add("BEGIN", "VTIMEZONE")
                    .add("TZID", "Etc/UTC")
                    .add("BEGIN", "STANDARD")
                    .add("DTSTART", "19700101T000000")
                    .add("TZOFFSETFROM", "+0000")
                    .add("TZOFFSETTO", "+0000")
                    .add("END", "STANDARD")
                    .add("END", "VTIMEZONE");
        }
        return lines.add("END", "VCALENDAR").toString();
    }
}
