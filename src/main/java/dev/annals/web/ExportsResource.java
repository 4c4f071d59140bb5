package dev.annals.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.formats.Export;
import dev.annals.queries.KnownAt;
import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A timeline as files to take away. */
@Cancellable(false)
@Path("/timelines/{timeline}/exports")
public class ExportsResource {

    private final Answers answers;
    private final FileAnswers files;
    private final ExportFiles exports;

    ExportsResource(Answers answers, FileAnswers files, ExportFiles exports) {
        this.answers = answers;
        this.files = files;
        this.exports = exports;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> exports(
            @PathParam("timeline") String timeline,
            @Context UriInfo uri,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        return answers.json(
                new Answers.Call(timeline, request, headers),
                new Params(uri).known(),
                known -> Uni.createFrom().item(out -> write(out, known)));
    }

    private static void write(JsonGenerator out, KnownAt known) throws IOException {
        out.writeArrayFieldStart("exports");
        for (Export export : Export.values()) {
            out.writeStartObject();
            out.writeStringField("name", export.file());
            out.writeStringField("mediaType", export.mediaType());
            out.writeStringField("description", export.description());
            out.writeStringField("href", address(known, export));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** By position, so that what is taken away is what was listed, and may be kept by caches. */
    private static String address(KnownAt known, Export export) {
        return "/timelines/"
                + known.id()
                + "/exports/"
                + export.file()
                + "?known="
                + known.position();
    }

    /** The address alone says what is wanted: whatever is accepted, this is what there is. */
    @GET
    @Path("/{name}")
    public Uni<Response> export(
            @PathParam("timeline") String timeline,
            @PathParam("name") String name,
            @Context UriInfo uri,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        Export export = Export.named(name).orElseThrow(() -> unknown(name));
        return files.answer(
                new Answers.Call(timeline, request, headers),
                new Params(uri).known(),
                export.file(),
                known ->
                        new FileAnswers.Content(
                                export.mediaType(),
                                exports.pieces(export, known, base(uri, known)),
                                Optional.of(export.fileName(known.id(), known.position()))));
    }

    private static String base(UriInfo uri, KnownAt known) {
        return uri.getBaseUriBuilder().path("timelines").path(known.id()).build() + "/";
    }

    private static RuntimeException unknown(String name) {
        return Problem.of(
                        ProblemType.NOT_FOUND,
                        "no export is called "
                                + Answers.shown(name)
                                + "; there are "
                                + String.join(", ", Export.files()))
                .exception();
    }
}
