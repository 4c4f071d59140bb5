package dev.annals.web;

import dev.annals.domain.date.EdtfDate;
import dev.annals.json.Json;
import dev.annals.queries.Spans;
import dev.annals.queries.Spans.Narrowing;
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
import org.jboss.resteasy.reactive.server.Cancellable;

/** Who held what, where the bodies lay and what the places were called, on a date. */
@Cancellable(false)
@Path("/timelines/{timeline}/state")
@Produces(MediaType.APPLICATION_JSON)
public class StateResource {

    private final Answers answers;
    private final Spans spans;

    StateResource(Answers answers, Spans spans) {
        this.answers = answers;
        this.spans = spans;
    }

    @GET
    public Uni<Response> state(
            @PathParam("timeline") String timeline,
            @Context UriInfo uri,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        Params params = new Params(uri);
        EdtfDate on = params.date("on");
        Narrowing narrowing = params.narrowing();
        boolean listsEmptyOffices = narrowing.person().isEmpty() && narrowing.place().isEmpty();
        return answers.json(
                new Answers.Call(timeline, request, headers),
                params.known(),
                known ->
                        spans.on(known, on.bounds(), narrowing)
                                .map(
                                        rows ->
                                                out -> {
                                                    out.writeStringField("on", on.text());
                                                    Json.writeDay(
                                                            out,
                                                            "earliest",
                                                            on.bounds().earliest());
                                                    Json.writeDay(
                                                            out, "latest", on.bounds().latest());
                                                    new StateJson(
                                                                    rows,
                                                                    on.bounds(),
                                                                    listsEmptyOffices)
                                                            .write(out);
                                                }));
    }
}
