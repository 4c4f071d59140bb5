package dev.annals.formats.timelinejs;

import dev.annals.domain.date.Day;
import dev.annals.formats.DocumentMeta;
import dev.annals.formats.ExportDocument;
import dev.annals.formats.JsonElements;
import dev.annals.formats.LeftOut;
import dev.annals.formats.Section;
import dev.annals.formats.UnsaidDescriptions;
import dev.annals.json.Json;
import dev.annals.queries.KnownAt;
import java.util.List;
import java.util.Optional;

/**
 * A timeline for TimelineJS3. The title, at the end, says as known when, and how much was left out;
 * {@code meta}, which TimelineJS passes over, says of what.
 */
public final class TimelineJsDocument implements ExportDocument {

    private final KnownAt known;
    private final LeftOut leftOut = new LeftOut();
    private final Slides slides;
    private final JsonElements events = new JsonElements();

    /**
     * @param latest the last day that facts in effect name, on which open spans end; empty if none
     */
    public TimelineJsDocument(KnownAt known, Optional<Day> latest) {
        this.known = known;
        this.slides = new Slides(leftOut, latest);
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section.Text(() -> "{\"events\":["),
                new Section.ToldSpans(
                        (page, told) ->
                                written(
                                        page.stream()
                                                .map(entry -> slides.span(entry.span(), told))
                                                .toList())),
                new Section.History(
                        (page, labels) ->
                                written(
                                        page.stream()
                                                .map(fact -> slides.fact(fact, labels))
                                                .toList())),
                new Section.Descriptions(new UnsaidDescriptions(leftOut)::count),
                new Section.Text(this::end));
    }

    private String written(List<Optional<String>> slides) {
        return events.of(slides.stream().flatMap(Optional::stream).toList());
    }

    private String end() {
        slides.countVacations();
        return "],\n\"title\":" + title() + ",\n\"meta\":" + meta() + "}\n";
    }

    private String title() {
        Html text = new Html().paragraphs(DocumentMeta.asKnown(known));
        if (leftOut.total() > 0) {
            text.paragraphs("Left out, counted by name in the file: " + leftOut.total() + ".");
        }
        return Json.write(
                out -> {
                    out.writeStartObject();
                    out.writeStringField("unique_id", "title");
                    out.writeBooleanField("autolink", false);
                    out.writeObjectFieldStart("text");
                    out.writeStringField("headline", known.id());
                    out.writeStringField("text", text.toString());
                    out.writeEndObject();
                    out.writeEndObject();
                });
    }

    private String meta() {
        return Json.write(new DocumentMeta(known, leftOut)::write);
    }
}
