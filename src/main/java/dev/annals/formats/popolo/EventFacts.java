package dev.annals.formats.popolo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.LeftOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Elections, legislative periods and other events, on the day on which they begin. */
final class EventFacts {

    private static final String LIST = Kind.EVENT.list();

    private final Index index;
    private final Offices offices;
    private final LeftOut leftOut;

    EventFacts(Index index, Offices offices, LeftOut leftOut) {
        this.index = index;
        this.offices = offices;
        this.leftOut = leftOut;
    }

    List<Fact> of(Element event) throws BrokenElementException {
        Optional<String> title = event.name("name");
        Optional<EdtfDate> start = event.date("start_date").date();
        Optional<String> note =
                event.date("end_date")
                        .date()
                        .filter(end -> !start.equals(Optional.of(end)))
                        .map(end -> "It lasts until " + end.text() + ".");
        if (title.isEmpty() || start.isEmpty()) {
            leftOut.add(LIST + (title.isEmpty() ? " (without a name)" : " (without a start_date)"));
            return List.of();
        }
        List<Source> sources = index.sources().of(event);
        return List.of(
                new Fact.EventOccurred(
                        title.get(),
                        start.get(),
                        event.text("description"),
                        Optional.empty(),
                        people(event),
                        event.id("organization_id").flatMap(offices::ofMembers).stream().toList(),
                        new Provenance(sources, note)));
    }

    private List<Slug> people(Element event) {
        List<Slug> people = new ArrayList<>();
        boolean strangers = false;
        for (JsonNode attendee : event.fields().path("attendees")) {
            Optional<Slug> person =
                    index.personOf((attendee.isObject() ? attendee.path("id") : attendee).asText());
            person.ifPresent(people::add);
            strangers |= person.isEmpty();
        }
        if (strangers) {
            leftOut.add(LIST + "/attendees (not in the document)");
        }
        return people.stream().distinct().toList();
    }
}
