package dev.annals.web;

import dev.annals.domain.conflict.ConflictKind;
import dev.annals.queries.ConflictPlace;
import dev.annals.queries.Conflicts;
import dev.annals.web.answer.ConflictJson;
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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What cannot all be true. */
@Cancellable(false)
@Path("/timelines/{timeline}/conflicts")
@Produces(MediaType.APPLICATION_JSON)
public class ConflictsResource {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private final Answers answers;
    private final Conflicts conflicts;

    ConflictsResource(Answers answers, Conflicts conflicts) {
        this.answers = answers;
        this.conflicts = conflicts;
    }

    @GET
    public Uni<Response> conflicts(
            @PathParam("timeline") String timeline,
            @Context UriInfo uri,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        Params params = new Params(uri);
        Conflicts.Wanted wanted = new Conflicts.Wanted(kind(params), params.narrowing());
        int limit = params.limit(PAGE, LARGEST_PAGE);
        Optional<ConflictPlace> after = params.place("after", ConflictPlace::parse);
        return answers.json(
                new Answers.Call(timeline, request, headers),
                params.known(),
                known ->
                        conflicts
                                .page(known, wanted, after, limit)
                                .map(
                                        page ->
                                                out -> {
                                                    new ConflictJson(out, page.labels())
                                                            .conflicts(page.conflicts());
                                                    out.writeStringField(
                                                            "next",
                                                            page.next()
                                                                    .map(Params::opaque)
                                                                    .orElse(null));
                                                }));
    }

    private static Optional<ConflictKind> kind(Params params) {
        return params.text("kind")
                .map(
                        word ->
                                ConflictKind.of(word)
                                        .orElseThrow(() -> Params.wrong("kind", noKind())));
    }

    private static String noKind() {
        return Stream.of(ConflictKind.values())
                .map(ConflictKind::word)
                .collect(Collectors.joining(", ", "is no kind of conflict; known are ", ""));
    }
}
