package dev.annals.web.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.span.Certainty;
import dev.annals.domain.span.Moment;
import dev.annals.json.Json;
import dev.annals.queries.SpanRow;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Spans in JSON, with their certainty if a date was asked about. */
public final class SpanJson {

    private final JsonGenerator out;
    private final Function<SpanRow, Optional<Certainty>> certainty;
    private final Optional<String> footnote;

    public SpanJson(JsonGenerator out, Optional<Bounds> question) {
        this(out, span -> question.flatMap(span::on));
    }

    /**
     * @param certainty of what is said of a span
     */
    public SpanJson(JsonGenerator out, Function<SpanRow, Optional<Certainty>> certainty) {
        this(out, certainty, Optional.empty());
    }

    private SpanJson(
            JsonGenerator out,
            Function<SpanRow, Optional<Certainty>> certainty,
            Optional<String> footnote) {
        this.out = out;
        this.certainty = certainty;
        this.footnote = footnote;
    }

    /** For a span that has its sources in words beside it. */
    SpanJson with(String footnote) {
        return new SpanJson(out, certainty, Optional.of(footnote));
    }

    /** A span that stands alone: it names all that it is about, and of which kind it is. */
    public void span(SpanRow span) throws IOException {
        switch (span.kind()) {
            case TENURE -> tenure(span);
            case RESTING_PLACE -> restingPlace(span);
            case PLACE_NAME -> placeName(span);
            case STANDING -> throw new IllegalArgumentException("a standing is not answered");
        }
    }

    /** A tenure among those of a person or an office. */
    public void tenure(SpanRow span) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", "tenure");
        out.writeStringField("office", span.office());
        out.writeStringField("title", span.title());
        out.writeStringField("person", span.person());
        out.writeStringField("name", span.personName());
        out.writeBooleanField("acting", span.acting());
        rest(span);
    }

    /** A resting place among those of a body. */
    public void restingPlace(SpanRow span) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", "restingPlace");
        out.writeStringField("person", span.person());
        out.writeStringField("personName", span.personName());
        out.writeStringField("place", span.place());
        out.writeStringField("name", span.placeName());
        rest(span);
    }

    /** A name among those of a place. */
    public void placeName(SpanRow span) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", "placeName");
        out.writeStringField("place", span.place());
        out.writeStringField("name", span.name());
        rest(span);
    }

    /** A holder of an office that is named around it. */
    void holder(SpanRow span) throws IOException {
        out.writeStartObject();
        out.writeStringField("person", span.person());
        out.writeStringField("name", span.personName());
        certainty(span);
        out.writeBooleanField("acting", span.acting());
        ends(span);
    }

    /** A place where a body lies that is named around it. */
    void place(SpanRow span) throws IOException {
        out.writeStartObject();
        out.writeStringField("place", span.place());
        out.writeStringField("name", span.placeName());
        rest(span);
    }

    /** A name of a place that is named around it. */
    void name(SpanRow span) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", span.name());
        rest(span);
    }

    private void rest(SpanRow span) throws IOException {
        certainty(span);
        ends(span);
    }

    private void certainty(SpanRow span) throws IOException {
        Optional<Certainty> sure = certainty.apply(span);
        if (sure.isPresent()) {
            out.writeStringField("certainty", sure.get().name().toLowerCase(Locale.ROOT));
        }
    }

    private void ends(SpanRow span) throws IOException {
        moment("since", span.period().since());
        if (span.period().until().isPresent()) {
            moment("until", span.period().until().get());
        } else {
            out.writeNullField("until");
        }
        Json.writeRaw(out, "facts", span.facts());
        if (footnote.isPresent()) {
            out.writeStringField("footnote", footnote.get());
        }
        out.writeEndObject();
    }

    private void moment(String field, Moment moment) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("date", moment.date().orElse(null));
        Json.writeDay(out, "earliest", moment.bounds().earliest());
        Json.writeDay(out, "latest", moment.bounds().latest());
        out.writeEndObject();
    }
}
