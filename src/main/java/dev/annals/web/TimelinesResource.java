package dev.annals.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Slug;
import dev.annals.json.Instants;
import dev.annals.json.Json;
import dev.annals.json.TimelineReader;
import dev.annals.log.Timelines;
import dev.annals.queries.Catalogue;
import dev.annals.queries.Extent;
import dev.annals.queries.KnownAt;
import dev.annals.queries.TimelineRecord;
import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import dev.annals.web.security.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Lists, opens and renames timelines. */
@Cancellable(false)
@Path("/timelines")
@Produces(MediaType.APPLICATION_JSON)
public class TimelinesResource {

    private final Catalogue catalogue;
    private final Timelines timelines;
    private final Extent extent;
    private final BoundedBody body;

    TimelinesResource(Catalogue catalogue, Timelines timelines, Extent extent, BoundedBody body) {
        this.body = body;
        this.catalogue = catalogue;
        this.timelines = timelines;
        this.extent = extent;
    }

    private record Summary(TimelineRecord timeline, Extent.Days days) {}

    @GET
    public Uni<Response> list(@Context HttpHeaders headers) {
        return catalogue
                .timelines()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(this::summary)
                .collect()
                .asList()
                .map(
                        all ->
                                answer(
                                        headers,
                                        Json.write(
                                                out -> {
                                                    out.writeStartObject();
                                                    out.writeArrayFieldStart("timelines");
                                                    for (Summary summary : all) {
                                                        write(out, summary);
                                                    }
                                                    out.writeEndArray();
                                                    out.writeEndObject();
                                                })));
    }

    @GET
    @Path("/{timeline}")
    public Uni<Response> get(@PathParam("timeline") String id, @Context HttpHeaders headers) {
        if (!Slug.isSlug(id)) {
            throw Answers.unknownTimeline(id);
        }
        return catalogue
                .timeline(id)
                .map(found -> found.orElseThrow(() -> Answers.unknownTimeline(id)))
                .chain(this::summary)
                .map(summary -> answer(headers, json(summary)));
    }

    @PUT
    @Path("/{timeline}")
    @RolesAllowed(Roles.RECORDER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> open(
            @PathParam("timeline") String id, @Context HttpServerRequest request) {
        Params.parse("timeline", id, Slug::new);
        return body.of(request, bytes -> open(id, read(bytes)));
    }

    private Uni<Response> open(String id, TimelineReader.Sent sent) {
        return timelines
                .open(id, sent.title(), sent.description())
                .chain(
                        isNew ->
                                catalogue
                                        .timeline(id)
                                        .chain(timeline -> summary(timeline.orElseThrow()))
                                        .map(summary -> opened(summary, isNew)));
    }

    private static TimelineReader.Sent read(byte[] body) {
        try {
            JsonNode node = Json.parse(body);
            TimelineReader reader = new TimelineReader();
            return reader.read(node)
                    .orElseThrow(
                            () ->
                                    Problem.invalid(ProblemType.INVALID_FACTS, reader.violations())
                                            .exception());
        } catch (IOException e) {
            throw Problem.of(ProblemType.MALFORMED_JSON, Json.problem(e)).exception();
        }
    }

    private static Response opened(Summary summary, boolean isNew) {
        return Response.status(isNew ? 201 : 200)
                .type(MediaType.APPLICATION_JSON)
                .entity(json(summary))
                .build();
    }

    private Uni<Summary> summary(TimelineRecord timeline) {
        KnownAt known =
                new KnownAt(
                        timeline.key, timeline.id, timeline.head, Optional.empty(), timeline.head);
        return extent.of(known).map(days -> new Summary(timeline, days));
    }

    private static Response answer(HttpHeaders headers, String json) {
        EntityTag tag = new EntityTag(Digests.hex(json) + Conditional.encodingMark(headers));
        Response.ResponseBuilder response =
                Conditional.isUnchanged(headers, tag)
                        ? Response.notModified()
                        : Response.ok(json, MediaType.APPLICATION_JSON);
        return response.tag(tag)
                .header("Cache-Control", "no-cache")
                .header("Vary", Answers.VARY)
                .build();
    }

    private static String json(Summary summary) {
        return Json.write(out -> write(out, summary));
    }

    private static void write(JsonGenerator out, Summary summary) throws IOException {
        TimelineRecord timeline = summary.timeline();
        out.writeStartObject();
        out.writeStringField("id", timeline.id);
        out.writeStringField("title", timeline.title);
        out.writeStringField("description", timeline.description);
        out.writeNumberField("facts", timeline.head);
        out.writeStringField("earliest", summary.days().first().map(Day::toString).orElse(null));
        out.writeStringField("latest", summary.days().last().map(Day::toString).orElse(null));
        out.writeStringField(
                "recordedAt",
                Optional.ofNullable(timeline.recordedAt).map(Instants::text).orElse(null));
        out.writeStringField("hash", timeline.hash);
        out.writeEndObject();
    }
}
