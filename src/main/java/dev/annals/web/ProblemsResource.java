package dev.annals.web;

import dev.annals.json.Json;
import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Explains each type of problem at its own URI. */
@PermitAll
@Path("/problems/{slug}")
@Produces(MediaType.APPLICATION_JSON)
public class ProblemsResource {

    @GET
    public String explain(@PathParam("slug") String slug) {
        ProblemType type =
                ProblemType.of(slug)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                        ProblemType.NOT_FOUND,
                                                        "there is no such problem")
                                                .exception());
        return Json.write(
                out -> {
                    out.writeStartObject();
                    out.writeStringField("type", type.uri());
                    out.writeStringField("title", type.title());
                    out.writeNumberField("status", type.status());
                    out.writeStringField("explanation", type.explanation());
                    out.writeEndObject();
                });
    }
}
