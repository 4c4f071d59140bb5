package dev.annals.formats.timelinejs;

import dev.annals.formats.DocumentMeta;
import dev.annals.formats.ExportDocument;
import dev.annals.formats.JsonElements;
import dev.annals.formats.LeftOut;
import dev.annals.formats.Section;
import dev.annals.json.Json;
import dev.annals.queries.KnownAt;
import java.util.List;
import java.util.Optional;

/**
 * A timeline for TimelineJS3. The title, at the end, says as known when, and how much has no place
 * on the axis; {@code meta}, which TimelineJS passes over, says so for programs.
 */
public final class TimelineJsDocument implements ExportDocument {

    private final KnownAt known;
    private final LeftOut leftOut = new LeftOut();
    private final Slides slides = new Slides(leftOut);
    private final JsonElements events = new JsonElements();

    public TimelineJsDocument(KnownAt known) {
        this.known = known;
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section.Text(() -> "{\"events\":["),
                new Section.Spans(
                        page ->
                                written(
                                        page.stream()
                                                .map(entry -> slides.span(entry.span()))
                                                .toList())),
                new Section.History(
                        (page, labels) ->
                                written(
                                        page.stream()
                                                .map(fact -> slides.fact(fact, labels))
                                                .toList())),
                new Section.Text(
                        () -> "],\n\"title\":" + title() + ",\n\"meta\":" + meta() + "}\n"));
    }

    private String written(List<Optional<String>> slides) {
        return events.of(slides.stream().flatMap(Optional::stream).toList());
    }

    private String title() {
        Html text = new Html().paragraphs(DocumentMeta.asKnown(known));
        if (leftOut.total() > 0) {
            text.paragraphs(
                    "Left out, since their dates have no place on the axis: "
                            + leftOut.total()
                            + ".");
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
