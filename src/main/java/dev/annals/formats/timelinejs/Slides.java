package dev.annals.formats.timelinejs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Moment;
import dev.annals.domain.span.Period;
import dev.annals.formats.Headline;
import dev.annals.formats.LeftOut;
import dev.annals.formats.Testimony;
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

    Slides(LeftOut leftOut) {
        this.leftOut = leftOut;
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
    Optional<String> span(SpanRow span) {
        return switch (span.kind()) {
            case TENURE ->
                    span(
                            span,
                            span.title(),
                            span.personName()
                                    + ", "
                                    + (span.acting() ? "acting " : "")
                                    + span.title());
            case RESTING_PLACE ->
                    span(
                            span,
                            "Resting places",
                            "The body of " + span.personName() + ": " + span.placeName());
            case PLACE_NAME ->
                    span(
                            span,
                            "Names of places",
                            span.name().equals(span.placeName())
                                    ? span.name()
                                    : span.placeName() + " is called " + span.name());
            case STANDING -> Optional.empty(); // says nothing that the facts do not
        };
    }

    private Optional<String> span(SpanRow span, String group, String headline) {
        List<Testimony> facts = Testimony.of(span);
        String id =
                "span-" + Testimony.opening(span, facts).id() + (span.before() ? "-before" : "");
        Html text = new Html();
        Set<JsonNode> sources = new LinkedHashSet<>();
        facts.forEach(fact -> fact.sources().forEach(sources::add));
        text.sources(sources);
        Period period = span.period();
        return placed(
                SlideDate.between(period.since(), period.until())
                        .map(date -> new Slide(id, date, Optional.of(group), headline, text)),
                "spans without a place on the axis");
    }

    /** Empty for what begins or ends a span; empty, and counted, for what has no place. */
    Optional<String> fact(PlayedFact fact, Labels.Known labels) {
        return switch (fact.content()) {
            case Fact.OfficeAssumed _, Fact.OfficeVacated _ -> Optional.empty();
            case Fact.BodyRelocated _, Fact.PlaceRenamed _ -> Optional.empty();
            case Fact.PersonBorn _, Fact.PersonDied _ ->
                    fact(fact, Optional.empty(), Optional.empty(), labels);
            case Fact.OfficeEstablished f -> ofOffice(fact, f.office(), labels);
            case Fact.OfficeAbolished f -> ofOffice(fact, f.office(), labels);
            case Fact.EventOccurred f -> fact(fact, Optional.empty(), f.description(), labels);
        };
    }

    private Optional<String> ofOffice(PlayedFact fact, Slug office, Labels.Known labels) {
        Optional<String> group = Optional.of(labels.of(Subject.office(office)));
        return fact(fact, group, Optional.empty(), labels);
    }

    private Optional<String> fact(
            PlayedFact fact,
            Optional<String> group,
            Optional<String> description,
            Labels.Known labels) {
        Fact.Dated content = fact.content();
        EdtfDate date = content.date();
        Provenance provenance = content.provenance();
        Html text = new Html();
        description.ifPresent(text::paragraphs);
        provenance.note().ifPresent(text::paragraphs);
        text.sources(Json.parseOwn(FactWriter.sources(provenance)).valueStream().toList());
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
