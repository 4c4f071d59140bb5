package dev.annals.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.json.Json;
import dev.annals.queries.Catalogue;
import dev.annals.queries.EntityRecord;
import dev.annals.queries.KnownAt;
import dev.annals.queries.Mentioned;
import dev.annals.queries.SpanRow;
import dev.annals.queries.Spans;
import dev.annals.views.EntityJson;
import dev.annals.views.SpanKind;
import dev.annals.web.answer.SpanJson;
import dev.annals.web.answer.StateJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The offices, people and places of a timeline: the catalogue, and each with its spans. */
@Cancellable(false)
@Path("/timelines/{timeline}")
@Produces(MediaType.APPLICATION_JSON)
public class EntitiesResource {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private final Answers answers;
    private final Catalogue catalogue;
    private final Mentioned mentioned;
    private final Spans spans;

    @Context UriInfo uri;
    @Context HttpServerRequest request;
    @Context HttpHeaders headers;

    EntitiesResource(Answers answers, Catalogue catalogue, Mentioned mentioned, Spans spans) {
        this.answers = answers;
        this.catalogue = catalogue;
        this.mentioned = mentioned;
        this.spans = spans;
    }

    @GET
    @Path("/offices")
    public Uni<Response> offices(@PathParam("timeline") String timeline) {
        return page(timeline, EntityKind.OFFICE, "offices");
    }

    @GET
    @Path("/people")
    public Uni<Response> people(@PathParam("timeline") String timeline) {
        return page(timeline, EntityKind.PERSON, "people");
    }

    @GET
    @Path("/places")
    public Uni<Response> places(@PathParam("timeline") String timeline) {
        return page(timeline, EntityKind.PLACE, "places");
    }

    @GET
    @Path("/offices/{office}")
    public Uni<Response> office(
            @PathParam("timeline") String timeline, @PathParam("office") String slug) {
        return entity(
                timeline,
                EntityKind.OFFICE,
                slug,
                (out, rows) -> {
                    out.writeArrayFieldStart("tenures");
                    for (SpanRow tenure : StateJson.sortedByBegin(of(SpanKind.TENURE, rows))) {
                        unasked(out).tenure(tenure);
                    }
                    out.writeEndArray();
                });
    }

    @GET
    @Path("/people/{person}")
    public Uni<Response> person(
            @PathParam("timeline") String timeline, @PathParam("person") String slug) {
        return entity(
                timeline,
                EntityKind.PERSON,
                slug,
                (out, rows) -> {
                    out.writeArrayFieldStart("tenures");
                    for (SpanRow tenure :
                            StateJson.sorted(of(SpanKind.TENURE, rows), SpanRow::office)) {
                        unasked(out).tenure(tenure);
                    }
                    out.writeEndArray();
                    out.writeArrayFieldStart("restingPlaces");
                    for (SpanRow place :
                            StateJson.sorted(of(SpanKind.RESTING_PLACE, rows), SpanRow::place)) {
                        unasked(out).restingPlace(place);
                    }
                    out.writeEndArray();
                });
    }

    @GET
    @Path("/places/{place}")
    public Uni<Response> place(
            @PathParam("timeline") String timeline, @PathParam("place") String slug) {
        return entity(
                timeline,
                EntityKind.PLACE,
                slug,
                (out, rows) -> {
                    out.writeArrayFieldStart("names");
                    for (SpanRow name : StateJson.sortedByBegin(of(SpanKind.PLACE_NAME, rows))) {
                        unasked(out).placeName(name);
                    }
                    out.writeEndArray();
                });
    }

    @GET
    @Path("/offices/{office}/holders")
    public Uni<Response> holders(
            @PathParam("timeline") String timeline, @PathParam("office") String slug) {
        Params params = new Params(uri);
        EdtfDate on = params.date("on");
        Subject office = Subject.office(slug(EntityKind.OFFICE, slug));
        return answers.json(
                call(timeline),
                params.known(),
                known ->
                        spans.on(known, on.bounds(), Spans.Narrowing.to(office))
                                .chain(
                                        rows ->
                                                rows.isEmpty()
                                                        ? description(known, office)
                                                                .map(found -> vacant(on, found))
                                                        : Uni.createFrom()
                                                                .item(holders(on, rows))));
    }

    private static Json.Writing holders(EdtfDate on, List<SpanRow> rows) {
        return out -> {
            out.writeStringField("on", on.text());
            new StateJson(rows, on.bounds(), true).fieldsOfOffice(out, rows);
        };
    }

    private static Json.Writing vacant(EdtfDate on, String description) {
        return out -> {
            out.writeStringField("on", on.text());
            Json.writeFieldsOf(out, description, "office", "title", "seats");
            new StateJson(List.of(), on.bounds(), true).holders(out, List.of());
        };
    }

    private interface SpansWriting {
        void to(JsonGenerator out, List<SpanRow> rows) throws IOException;
    }

    private static SpanJson unasked(JsonGenerator out) {
        return new SpanJson(out, Optional.empty());
    }

    private static List<SpanRow> of(SpanKind kind, List<SpanRow> rows) {
        return rows.stream().filter(row -> row.kind() == kind).toList();
    }

    private Answers.Call call(String timeline) {
        return new Answers.Call(timeline, request, headers);
    }

    private Uni<Response> page(String timeline, EntityKind kind, String field) {
        Params params = new Params(uri);
        int limit = params.limit(PAGE, LARGEST_PAGE);
        Optional<Slug> after = params.slug("after");
        Optional<String> search = params.text("q");
        return answers.json(
                call(timeline),
                params.known(),
                known ->
                        catalogue
                                .page(known, kind, after, search, limit + 1)
                                .map(found -> out -> page(out, field, found, limit)));
    }

    private static void page(JsonGenerator out, String field, List<EntityRecord> found, int limit)
            throws IOException {
        List<EntityRecord> page = found.subList(0, Math.min(limit, found.size()));
        out.writeArrayFieldStart(field);
        for (EntityRecord entity : page) {
            out.writeRawValue(entity.description);
        }
        out.writeEndArray();
        out.writeStringField("next", found.size() > limit ? page.getLast().slug : null);
    }

    private Uni<Response> entity(
            String timeline, EntityKind kind, String slug, SpansWriting writing) {
        Subject subject = new Subject(kind, slug(kind, slug));
        Function<KnownAt, Uni<Json.Writing>> body =
                known ->
                        Uni.combine()
                                .all()
                                .unis(description(known, subject), spans.of(known, subject))
                                .with(
                                        (description, rows) ->
                                                out -> {
                                                    Json.writeFieldsOf(out, description);
                                                    writing.to(out, rows);
                                                });
        return answers.json(call(timeline), new Params(uri).known(), body);
    }

    private static Slug slug(EntityKind kind, String slug) {
        if (!Slug.isSlug(slug)) {
            throw Answers.unknownEntity(kind, slug);
        }
        return new Slug(slug);
    }

    /** Of one that only retracted facts mention, nothing is known but its slug. */
    private Uni<String> description(KnownAt known, Subject subject) {
        return catalogue
                .entity(known, subject)
                .chain(
                        found ->
                                found.map(entity -> Uni.createFrom().item(entity.description))
                                        .orElseGet(
                                                () ->
                                                        mentioned
                                                                .isMentioned(known, subject)
                                                                .map(
                                                                        is ->
                                                                                undescribed(
                                                                                        is,
                                                                                        subject))));
    }

    private static String undescribed(boolean isMentioned, Subject subject) {
        if (!isMentioned) {
            throw Answers.unknownEntity(subject.kind(), subject.slug().value());
        }
        return EntityJson.ofUndescribed(subject);
    }
}
