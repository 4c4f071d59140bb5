package dev.annals.formats.timelinejs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.Day;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Moment;
import dev.annals.domain.span.Period;
import dev.annals.formats.Headline;
import dev.annals.formats.LeftOut;
import dev.annals.formats.Particulars;
import dev.annals.formats.Testimony;
import dev.annals.formats.ToldFacts;
import dev.annals.formats.Vacations;
import dev.annals.json.FactWriter;
import dev.annals.json.Json;
import dev.annals.queries.Labels;
import dev.annals.queries.PlayedFact;
import dev.annals.queries.SpanRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes slides: one for a span, one for a fact that neither begins nor ends a span. */
final class Slides {

    private final LeftOut leftOut;
    private final Vacations vacations = new Vacations();
    private final Optional<Day> latest;

    /**
     * @param latest the day on which open spans end on the axis
     */
    Slides(LeftOut leftOut, Optional<Day> latest) {
        this.leftOut = leftOut;
        this.latest = latest;
    }

    /** A slide; all texts are as facts have them. */
    private record Slide(
            String id, SlideDate date, Optional<String> group, String headline, Html text) {

        String json() {
            return Json.write(
                    out -> {
                        out.writeStartObject();
                        out.writeStringField("unique_id", id);
                        date.write(out);
                        if (group.isPresent()) {
                            out.writeStringField("group", Html.escapedTwice(group.get()));
                        }
                        // Or TimelineJS makes links of texts by itself, without escaping them.
                        out.writeBooleanField("autolink", false);
                        out.writeObjectFieldStart("text");
                        out.writeStringField("headline", Html.escaped(headline));
                        out.writeStringField("text", text.toString());
                        out.writeEndObject();
                        out.writeEndObject();
                    });
        }
    }

    /** Empty, and counted, for what has no place on the axis. */
    Optional<String> span(SpanRow span, ToldFacts told) {
        return switch (span.kind()) {
            case TENURE ->
                    span(
                            span,
                            told,
                            span.title(),
                            span.personName()
                                    + ", "
                                    + (span.acting() ? "acting " : "")
                                    + span.title());
            case RESTING_PLACE ->
                    span(
                            span,
                            told,
                            "Resting places",
                            "The body of " + span.personName() + ": " + span.placeName());
            case PLACE_NAME ->
                    span(
                            span,
                            told,
                            "Names of places",
                            span.name().equals(span.placeName())
                                    ? span.name()
                                    : span.placeName() + " is called " + span.name());
            case STANDING -> Optional.empty(); // says nothing that the facts do not
        };
    }

    private Optional<String> span(SpanRow span, ToldFacts told, String group, String headline) {
        List<Testimony> facts = Testimony.of(span);
        String id =
                "span-" + Testimony.opening(span, facts).id() + (span.before() ? "-before" : "");
        Html text = new Html();
        Particulars particulars = new Particulars(told.labels());
        List<Fact.Dated> toldHere = told.with(facts);
        vacations.told(toldHere);
        toldHere.forEach(fact -> particulars.of(fact).forEach(text::paragraphs));
        Set<JsonNode> sources = new LinkedHashSet<>();
        facts.forEach(fact -> fact.sources().forEach(sources::add));
        text.sources(sources);
        Period period = span.period();
        return placed(
                SlideDate.between(period.since(), period.until(), latest)
                        .map(date -> new Slide(id, date, Optional.of(group), headline, text)),
                "spans without a place on the axis");
    }

    /** Empty for what begins or ends a span; empty, and counted, for what has no place. */
    Optional<String> fact(PlayedFact fact, Labels.Known labels) {
        return switch (fact.content()) {
            case Fact.OfficeVacated _ -> {
                vacations.met();
                yield Optional.empty();
            }
            case Fact.OfficeAssumed _, Fact.BodyRelocated _, Fact.PlaceRenamed _ ->
                    Optional.empty();
            case Fact.PersonBorn _, Fact.PersonDied _, Fact.EventOccurred _ ->
                    fact(fact, Optional.empty(), labels);
            case Fact.OfficeEstablished f -> ofOffice(fact, f.office(), labels);
            case Fact.OfficeAbolished f -> ofOffice(fact, f.office(), labels);
        };
    }

    /** When all spans and facts have been written. */
    void countVacations() {
        vacations.count(leftOut);
    }

    private Optional<String> ofOffice(PlayedFact fact, Slug office, Labels.Known labels) {
        Optional<String> group = Optional.of(labels.of(Subject.office(office)));
        return fact(fact, group, labels);
    }

    private Optional<String> fact(PlayedFact fact, Optional<String> group, Labels.Known labels) {
        Fact.Dated content = fact.content();
        EdtfDate date = content.date();
        Html text = new Html();
        Particulars particulars = new Particulars(labels);
        particulars.place(content).map(place -> "Place: " + place).ifPresent(text::paragraphs);
        particulars.of(content).forEach(text::paragraphs);
        String sources = FactWriter.sources(content.provenance());
        text.sources(Json.parseOwn(sources).valueStream().toList());
        String id = "fact-" + fact.plain().id();
        String headline = new Headline(labels).of(content);
        return placed(
                SlideDate.at(new Moment(date.bounds(), Optional.of(date.text())))
                        .map(when -> new Slide(id, when, group, headline, text)),
                "facts without a place on the axis");
    }

    private Optional<String> placed(Optional<Slide> slide, String otherwise) {
        if (slide.isEmpty()) {
            leftOut.add(otherwise);
        }
        return slide.map(Slide::json);
    }
}
