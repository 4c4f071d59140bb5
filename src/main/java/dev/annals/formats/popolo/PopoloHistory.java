package dev.annals.formats.popolo;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Moment;
import dev.annals.formats.LeftOut;
import dev.annals.formats.Testimony;
import dev.annals.formats.ToldFacts;
import dev.annals.formats.Vacations;
import dev.annals.json.FactWriter;
import dev.annals.json.Json;
import dev.annals.queries.AllSpans;
import dev.annals.queries.Labels;
import dev.annals.queries.PlayedFact;
import dev.annals.queries.SpanRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what took its time: tenures as memberships, and events. */
final class PopoloHistory {

    private final LeftOut leftOut;
    private final Vacations vacations = new Vacations();

    PopoloHistory(LeftOut leftOut) {
        this.leftOut = leftOut;
    }

    /** Empty for bodies and names, which Popolo has no place for. */
    Optional<String> membership(AllSpans.Entry entry, ToldFacts told) {
        return switch (entry.span().kind()) {
            case TENURE -> Optional.of(tenure(entry, told));
            case RESTING_PLACE -> leftOut("resting places");
            case PLACE_NAME -> leftOut("names of places");
            case STANDING -> Optional.empty(); // says nothing that the facts do not
        };
    }

    private Optional<String> leftOut(String kind) {
        leftOut.add(kind);
        return Optional.empty();
    }

    private String tenure(AllSpans.Entry entry, ToldFacts told) {
        SpanRow span = entry.span();
        List<Testimony> facts = Testimony.of(span);
        List<Fact.Dated> toldHere = told.with(facts);
        vacations.told(toldHere);
        return Json.write(
                out -> {
                    out.writeStartObject();
                    out.writeStringField("id", Testimony.opening(span, facts).id());
                    out.writeStringField("label", label(span));
                    out.writeStringField("role", span.title());
                    out.writeStringField("person_id", span.person());
                    if (entry.organization().isPresent()) {
                        out.writeStringField(
                                "organization_id",
                                PopoloEntities.organizationId(entry.organization().get()));
                    }
                    out.writeStringField("post_id", span.office());
                    if (span.acting()) {
                        out.writeBooleanField("acting", true);
                    }
                    dates(out, span);
                    testimony(out, toldHere);
                    new PopoloReferences(out, leftOut)
                            .sources(facts.stream().map(Testimony::sources).toList());
                    out.writeEndObject();
                });
    }

    /** Fields of our own, as {@code edtf} is one. */
    private static void testimony(JsonGenerator out, List<Fact.Dated> facts) throws IOException {
        texts(out, "end_reason", facts.stream().map(PopoloHistory::reason));
        texts(out, "note", facts.stream().map(fact -> fact.provenance().note()));
    }

    private static Optional<String> reason(Fact.Dated fact) {
        return fact instanceof Fact.OfficeVacated vacated ? vacated.reason() : Optional.empty();
    }

    /** Several are parted by empty lines. */
    private static void texts(JsonGenerator out, String field, Stream<Optional<String>> texts)
            throws IOException {
        String text = texts.flatMap(Optional::stream).collect(Collectors.joining("\n\n"));
        if (!text.isEmpty()) {
            out.writeStringField(field, text);
        }
    }

    private static String label(SpanRow span) {
        return span.personName() + ", " + span.title() + (span.acting() ? " (acting)" : "");
    }

    private void dates(JsonGenerator out, SpanRow span) throws IOException {
        PopoloDates dates = new PopoloDates(out, leftOut, "memberships");
        Moment since = span.period().since();
        dates.write("start_date", since.bounds(), since.date());
        if (span.period().until().isPresent()) {
            Moment until = span.period().until().get();
            dates.write("end_date", until.bounds(), until.date());
        }
        dates.writeEdtf();
    }

    /** Empty for what is said elsewhere in the document, or cannot be. */
    Optional<String> event(PlayedFact fact, Labels.Known labels) {
        return switch (fact.content()) {
            case Fact.EventOccurred event -> Optional.of(event(fact, event, labels));
            case Fact.OfficeEstablished f -> leftOut(FactType.of(f).word());
            case Fact.OfficeAbolished f -> leftOut(FactType.of(f).word());
            case Fact.PersonBorn f -> ofPerson(f, "birth");
            case Fact.PersonDied f -> ofPerson(f, "death");
            case Fact.OfficeAssumed _ -> Optional.empty(); // a membership
            case Fact.OfficeVacated _ -> {
                vacations.met();
                yield Optional.empty();
            }
            case Fact.BodyRelocated _, Fact.PlaceRenamed _ -> Optional.empty(); // counted as spans
        };
    }

    /** When all memberships and events have been written. */
    void countVacations() {
        vacations.count(leftOut);
    }

    /** A person has the fact's date and sources. */
    private Optional<String> ofPerson(Fact.Dated fact, String what) {
        if (fact.provenance().note().isPresent()) {
            leftOut.add("persons/note of " + what);
        }
        return Optional.empty();
    }

    private String event(PlayedFact fact, Fact.EventOccurred event, Labels.Known labels) {
        return Json.write(
                out -> {
                    out.writeStartObject();
                    out.writeStringField("id", fact.plain().id().toString());
                    out.writeStringField("name", event.title());
                    if (event.description().isPresent()) {
                        out.writeStringField("description", event.description().get());
                    }
                    PopoloDates dates = new PopoloDates(out, leftOut, "events");
                    EdtfDate date = event.date();
                    dates.write("start_date", date.bounds(), Optional.of(date.text()));
                    dates.writeEdtf();
                    if (event.place().isPresent()) {
                        String place = labels.of(Subject.place(event.place().get()));
                        out.writeStringField("location", place);
                    }
                    attendees(out, event.people(), labels);
                    if (!event.offices().isEmpty()) {
                        leftOut.add("events/offices");
                    }
                    texts(out, "note", Stream.of(event.provenance().note()));
                    String sources = FactWriter.sources(event.provenance());
                    new PopoloReferences(out, leftOut).sources(List.of(Json.parseOwn(sources)));
                    out.writeEndObject();
                });
    }

    private static void attendees(JsonGenerator out, List<Slug> people, Labels.Known labels)
            throws IOException {
        if (people.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("attendees");
        for (Slug person : people) {
            out.writeStartObject();
            out.writeStringField("id", person.value());
            out.writeStringField("name", labels.of(Subject.person(person)));
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
