package dev.annals.formats.popolo;

import dev.annals.domain.fact.EntityKind;
import dev.annals.formats.DocumentMeta;
import dev.annals.formats.ExportDocument;
import dev.annals.formats.JsonElements;
import dev.annals.formats.LeftOut;
import dev.annals.formats.Section;
import dev.annals.json.Json;
import dev.annals.queries.KnownAt;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A timeline in Popolo: people as persons, offices as posts of their organizations, tenures as
 * memberships, places as areas, events as events. {@code meta}, at the end, says as known when, and
 * counts what was left out. Slugs are ids; a membership has the id of the fact that begins it.
 */
public final class PopoloDocument implements ExportDocument {

    private final KnownAt known;
    private final LeftOut leftOut = new LeftOut();
    private final PopoloEntities entities = new PopoloEntities(leftOut);
    private final PopoloHistory history = new PopoloHistory(leftOut);

    public PopoloDocument(KnownAt known) {
        this.known = known;
    }

    @Override
    public List<Section> sections() {
        JsonElements persons = new JsonElements();
        JsonElements organizations = new JsonElements();
        JsonElements areas = new JsonElements();
        JsonElements posts = new JsonElements();
        JsonElements memberships = new JsonElements();
        JsonElements events = new JsonElements();
        return List.of(
                text("{\"persons\":["),
                new Section.Entities(
                        EntityKind.PERSON, page -> persons.of(each(page, entities::person))),
                text("],\n\"organizations\":["),
                new Section.Organizations(
                        page -> organizations.of(each(page, PopoloEntities::organization))),
                text("],\n\"areas\":["),
                new Section.Entities(
                        EntityKind.PLACE, page -> areas.of(each(page, entities::area))),
                text("],\n\"posts\":["),
                new Section.Entities(
                        EntityKind.OFFICE, page -> posts.of(each(page, entities::post))),
                text("],\n\"memberships\":["),
                new Section.ToldSpans(
                        (page, told) ->
                                memberships.of(
                                        some(page, entry -> history.membership(entry, told)))),
                text("],\n\"events\":["),
                new Section.History(
                        (page, labels) ->
                                events.of(some(page, fact -> history.event(fact, labels)))),
                new Section.Descriptions(entities::countNotes),
                new Section.Text(() -> "],\n\"meta\":" + meta() + "}\n"));
    }

    private static Section text(String text) {
        return new Section.Text(() -> text);
    }

    private static <T> List<String> each(List<T> page, Function<T, String> writing) {
        return page.stream().map(writing).toList();
    }

    private static <T> List<String> some(List<T> page, Function<T, Optional<String>> writing) {
        return page.stream().map(writing).flatMap(Optional::stream).toList();
    }

    private String meta() {
        history.countVacations();
        return Json.write(new DocumentMeta(known, leftOut)::write);
    }
}
