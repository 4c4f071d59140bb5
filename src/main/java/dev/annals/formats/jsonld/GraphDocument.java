package dev.annals.formats.jsonld;

import dev.annals.domain.fact.EntityKind;
import dev.annals.formats.DocumentMeta;
import dev.annals.formats.Export;
import dev.annals.formats.ExportDocument;
import dev.annals.formats.JsonElements;
import dev.annals.formats.Section;
import dev.annals.json.Instants;
import dev.annals.json.Json;
import dev.annals.queries.EntityRow;
import dev.annals.queries.KnownAt;
import java.util.List;
import java.util.Optional;

/**
 * A timeline as a graph: what is known in the words of schema.org, and every fact of the log as a
 * claim in those of PROV-O. The last node is the graph's own, and says as known when it is. Nothing
 * is left out, since each claim holds its fact as JSON.
 */
public final class GraphDocument implements ExportDocument {

    private final KnownAt known;
    private final String base;
    private final JsonElements nodes = new JsonElements();

    /**
     * @param base absolute address of the timeline, with a slash at its end
     */
    public GraphDocument(KnownAt known, String base) {
        this.known = known;
        this.base = base;
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section.Text(this::begin),
                new Section.Entities(EntityKind.PERSON, this::entities),
                new Section.Entities(EntityKind.PLACE, this::entities),
                new Section.Entities(EntityKind.OFFICE, this::entities),
                new Section.Spans(
                        page ->
                                nodes.of(
                                        page.stream()
                                                .map(e -> GraphHistory.span(e.span()))
                                                .toList())),
                new Section.History(
                        (page, _) ->
                                nodes.of(
                                        page.stream()
                                                .map(GraphHistory::fact)
                                                .flatMap(Optional::stream)
                                                .toList())),
                new Section.Log(page -> nodes.of(page.stream().flatMap(GraphClaims::of).toList())),
                new Section.Text(() -> nodes.of(List.of(itself())) + "]}\n"));
    }

    private String begin() {
        String context =
                Json.write(
                        out -> {
                            out.writeStartObject();
                            GraphContext.write(out, base);
                            out.writeEndObject();
                        });
        return context.substring(0, context.length() - 1) + ",\n\"@graph\":[";
    }

    private String entities(List<EntityRow> page) {
        return nodes.of(page.stream().map(GraphEntities::of).toList());
    }

    private String itself() {
        return Node.of(
                "exports/" + Export.GRAPH.file() + "?known=" + known.position(),
                node -> {
                    node.text("schema:name", known.id());
                    node.text("schema:description", DocumentMeta.asKnown(known));
                    node.text("schema:version", Long.toString(known.position()));
                    node.text("schema:dateModified", known.recordedAt().map(Instants::text));
                },
                "prov:Entity",
                "schema:Dataset");
    }
}
