package dev.annals.web;

import dev.annals.formats.Export;
import dev.annals.formats.ExportDocument;
import dev.annals.formats.Section;
import dev.annals.formats.icalendar.CalendarDocument;
import dev.annals.formats.jsonld.GraphDocument;
import dev.annals.formats.popolo.PopoloDocument;
import dev.annals.formats.timelinejs.TimelineJsDocument;
import dev.annals.log.LogEntry;
import dev.annals.log.LogFilter;
import dev.annals.log.LogReader;
import dev.annals.queries.AllEntities;
import dev.annals.queries.AllSpans;
import dev.annals.queries.Chronicle;
import dev.annals.queries.DatedOutside;
import dev.annals.queries.Extent;
import dev.annals.queries.KnownAt;
import dev.annals.queries.Labels;
import dev.annals.queries.Organizations;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** A timeline as files in other forms: in pieces, read page by page as they are asked for. */
@ApplicationScoped
public class ExportFiles {

    private final LogFiles files;
    private final LogReader log;
    private final AllEntities entities;
    private final AllSpans spans;
    private final Chronicle chronicle;
    private final Labels labels;
    private final Organizations organizations;
    private final DatedOutside datedOutside;
    private final Extent extent;
    private final FactsInEffect facts;

    ExportFiles(
            LogFiles files,
            LogReader log,
            AllEntities entities,
            AllSpans spans,
            Chronicle chronicle,
            Labels labels,
            Organizations organizations,
            DatedOutside datedOutside,
            Extent extent,
            FactsInEffect facts) {
        this.files = files;
        this.log = log;
        this.entities = entities;
        this.spans = spans;
        this.chronicle = chronicle;
        this.labels = labels;
        this.organizations = organizations;
        this.datedOutside = datedOutside;
        this.extent = extent;
        this.facts = facts;
    }

    /**
     * @param base the timeline's absolute address, with a slash at its end
     */
    Multi<Buffer> pieces(Export export, KnownAt known, String base) {
        return switch (export) {
            case FACTS_NDJSON -> files.ndjson(known, LogFilter.NONE, 0);
            case FACTS_CSV -> files.spreadsheet(known);
            case POPOLO -> written(() -> new PopoloDocument(known), known);
            case TIMELINEJS ->
                    extent.of(known)
                            .onItem()
                            .transformToMulti(
                                    days ->
                                            written(
                                                    () ->
                                                            new TimelineJsDocument(
                                                                    known, days.last()),
                                                    known));
            case CALENDAR ->
                    datedOutside
                            .count(known, CalendarDocument.DAYS)
                            .onItem()
                            .transformToMulti(
                                    outside ->
                                            written(
                                                    () -> new CalendarDocument(known, outside),
                                                    known));
            case GRAPH -> written(() -> new GraphDocument(known, base), known);
        };
    }

    private Multi<Buffer> written(Supplier<ExportDocument> document, KnownAt known) {
        return Multi.createFrom()
                .deferred(() -> Multi.createFrom().iterable(document.get().sections()))
                .onItem()
                .transformToMultiAndConcatenate(section -> pages(section, known))
                .filter(piece -> !piece.isEmpty())
                .map(Buffer::buffer);
    }

    private Multi<String> pages(Section section, KnownAt known) {
        return switch (section) {
            case Section.Text(var text) -> Multi.createFrom().item(text);
            case Section.Entities(var kind, var page) -> entities.of(known, kind).map(page);
            case Section.Organizations(var page) -> organizations.of(known).map(page);
            case Section.Spans(var page) -> spans.of(known).map(page);
            case Section.ToldSpans(var page) ->
                    spans.of(known)
                            .onItem()
                            .transformToUniAndConcatenate(
                                    entries ->
                                            facts.behind(known, entries)
                                                    .map(told -> page.apply(entries, told)));
            case Section.Descriptions(var page) -> facts.descriptions(known).map(page);
            case Section.Log(var page) ->
                    log.all(known.timeline(), LogFilter.NONE, 0, known.position())
                            .map(
                                    entries ->
                                            page.apply(
                                                    entries.stream().map(LogEntry::json).toList()));
            case Section.History(var page) ->
                    chronicle
                            .all(known)
                            .onItem()
                            .transformToUniAndConcatenate(
                                    played ->
                                            labels.mentionedBy(known, played)
                                                    .map(found -> page.apply(played, found)));
        };
    }
}
