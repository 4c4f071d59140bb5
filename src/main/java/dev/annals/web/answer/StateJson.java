package dev.annals.web.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.date.Bounds;
import dev.annals.queries.SpanRow;
import dev.annals.views.SpanKind;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The state on a date: offices with their holders, bodies with their places, places with their
 * names.
 */
public final class StateJson {

    private final List<SpanRow> spans;
    private final Bounds question;
    private final boolean listsEmptyOffices;

    /**
     * @param spans that may cover the question's days
     * @param listsEmptyOffices whether offices that exist are listed though nobody holds them
     */
    public StateJson(List<SpanRow> spans, Bounds question, boolean listsEmptyOffices) {
        this.spans = spans;
        this.question = question;
        this.listsEmptyOffices = listsEmptyOffices;
    }

    public void write(JsonGenerator out) throws IOException {
        offices(out);
        bodies(out);
        places(out);
    }

    private void offices(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("offices");
        for (List<SpanRow> office : grouped(this::isOfAnOffice, SpanRow::office)) {
            office(out, office);
        }
        out.writeEndArray();
    }

    private boolean isOfAnOffice(SpanRow span) {
        return span.kind() == SpanKind.TENURE
                || span.kind() == SpanKind.STANDING && listsEmptyOffices;
    }

    private void office(JsonGenerator out, List<SpanRow> office) throws IOException {
        out.writeStartObject();
        fieldsOfOffice(out, office);
        out.writeEndObject();
    }

    /**
     * What the office is called, and its holders.
     *
     * @param office spans of one office, one at least
     */
    public void fieldsOfOffice(JsonGenerator out, List<SpanRow> office) throws IOException {
        SpanRow any = office.getFirst();
        out.writeStringField("office", any.office());
        out.writeStringField("title", any.title());
        out.writeNumberField("seats", any.seats());
        holders(out, office);
    }

    /** The holders among the spans of one office. */
    public void holders(JsonGenerator out, List<SpanRow> office) throws IOException {
        out.writeArrayFieldStart("holders");
        SpanJson json = new SpanJson(out, Optional.of(question));
        for (SpanRow holder :
                sorted(
                        office.stream().filter(s -> s.kind() == SpanKind.TENURE).toList(),
                        SpanRow::person)) {
            json.holder(holder);
        }
        out.writeEndArray();
    }

    private void bodies(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("bodies");
        SpanJson json = new SpanJson(out, Optional.of(question));
        for (List<SpanRow> body :
                grouped(s -> s.kind() == SpanKind.RESTING_PLACE, SpanRow::person)) {
            out.writeStartObject();
            out.writeStringField("person", body.getFirst().person());
            out.writeStringField("name", body.getFirst().personName());
            out.writeArrayFieldStart("places");
            for (SpanRow place : sorted(body, SpanRow::place)) {
                json.place(place);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void places(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("places");
        SpanJson json = new SpanJson(out, Optional.of(question));
        for (List<SpanRow> place : grouped(s -> s.kind() == SpanKind.PLACE_NAME, SpanRow::place)) {
            out.writeStartObject();
            out.writeStringField("place", place.getFirst().place());
            out.writeArrayFieldStart("names");
            for (SpanRow name : place.stream().sorted(SpanRow.BY_BEGIN).toList()) {
                json.name(name);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private Iterable<List<SpanRow>> grouped(
            Predicate<SpanRow> filter, Function<SpanRow, String> slug) {
        Map<String, List<SpanRow>> groups =
                spans.stream()
                        .filter(filter)
                        .collect(Collectors.groupingBy(slug, TreeMap::new, Collectors.toList()));
        return groups.values();
    }

    /** By slug, then by begin. */
    public static List<SpanRow> sorted(List<SpanRow> spans, Function<SpanRow, String> slug) {
        return spans.stream()
                .sorted(Comparator.comparing(slug).thenComparing(SpanRow.BY_BEGIN))
                .toList();
    }

    public static List<SpanRow> sortedByBegin(List<SpanRow> spans) {
        return spans.stream().sorted(SpanRow.BY_BEGIN).toList();
    }
}
