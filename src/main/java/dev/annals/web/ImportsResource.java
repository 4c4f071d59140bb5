package dev.annals.web;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.FactFile;
import dev.annals.formats.UnreadableFileException;
import dev.annals.imports.Appender;
import dev.annals.imports.FileFormat;
import dev.annals.imports.Import;
import dev.annals.imports.OnError;
import dev.annals.imports.Tally;
import dev.annals.log.FactLog;
import dev.annals.queries.Asked;
import dev.annals.web.Importing.Step;
import dev.annals.web.answer.TallyJson;
import dev.annals.web.limit.Stopping;
import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import dev.annals.web.security.Roles;
import dev.annals.web.stream.BodyInput;
import dev.annals.web.stream.EventStream;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Appends a file of facts, however large, as it comes. */
@Cancellable(false)
@Path("/timelines/{timeline}/imports")
public class ImportsResource {

    private final FactLog log;
    private final Answers answers;
    private final Importing importing;
    private final Stopping stopping;
    private final SecurityIdentity caller;
    private final Duration patience;

    ImportsResource(
            FactLog log,
            Answers answers,
            Importing importing,
            Stopping stopping,
            SecurityIdentity caller,
            @ConfigProperty(name = "annals.body-timeout", defaultValue = "60S") Duration patience) {
        this.log = log;
        this.answers = answers;
        this.importing = importing;
        this.stopping = stopping;
        this.caller = caller;
        this.patience = patience;
    }

    @POST
    @RolesAllowed({Roles.RECORDER, Roles.CURATOR})
    public Uni<Response> append(
            @PathParam("timeline") String timeline,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Representation representation =
                Representation.accepted(headers, Representation.JSON, Representation.EVENTS);
        Params params = new Params(uri);
        FileFormat format = format(params);
        Optional<Slug> office = office(params, format);
        OnError onError = onError(params);
        ContentCoding coding = ContentCoding.of(headers);
        importing.checkRoom();
        Appender appender = new Appender(log, timeline, caller.getPrincipal().getName());
        Set<String> roles = caller.getRoles();
        BodyInput body = new BodyInput(request, patience);
        Multi<Step> steps =
                importing.run(
                        () -> format.open(coding.decoded(body), office),
                        progress ->
                                new Import(
                                        appender,
                                        onError,
                                        fact -> refusal(roles, fact),
                                        stopping::isUnderWay,
                                        progress));
        return answers.known(timeline, new Asked.AtHead())
                .chain(_ -> response(representation, timeline, steps));
    }

    private static FileFormat format(Params params) {
        String expected = "expected one of " + FileFormat.words();
        String word =
                params.text("format")
                        .orElseThrow(() -> Params.wrong("format", "is missing: " + expected));
        return FileFormat.of(word).orElseThrow(() -> Params.wrong("format", expected));
    }

    private static Optional<Slug> office(Params params, FileFormat format) {
        Optional<Slug> office = params.slug("office");
        if (format.needsOffice() && office.isEmpty()) {
            throw Params.wrong("office", "is missing: the file does not say whose holders it has");
        }
        return office;
    }

    private static OnError onError(Params params) {
        return switch (params.text("onError").orElse("stop")) {
            case "stop" -> OnError.STOP;
            case "skip" -> OnError.SKIP;
            default -> throw Params.wrong("onError", "expected stop or skip");
        };
    }

    private static Optional<String> refusal(Set<String> roles, Fact fact) {
        String needed = Roles.neededFor(fact);
        return roles.contains(needed) ? Optional.empty() : Optional.of("needs the role " + needed);
    }

    private static Uni<Response> response(
            Representation representation, String timeline, Multi<Step> steps) {
        return representation == Representation.EVENTS
                ? Uni.createFrom().item(EventStream.response(events(timeline, steps)))
                : steps.collect()
                        .last()
                        .map(step -> summary(timeline, step.tally()))
                        .onFailure(UnreadableFileException.class)
                        .transform(ImportsResource::unreadable);
    }

    private static Response summary(String timeline, Tally tally) {
        return Response.ok(TallyJson.summary(timeline, tally), MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static RuntimeException unreadable(UnreadableFileException e) {
        FactFile.Place place = e.place();
        return Problem.of(
                        ProblemType.MALFORMED_FILE, "line " + place.line() + ": " + e.getMessage())
                .exception();
    }

    private static Multi<Buffer> events(String timeline, Multi<Step> steps) {
        return steps.onFailure(UnreadableFileException.class)
                .recoverWithItem(e -> new Step(Tally.unreadable((UnreadableFileException) e), true))
                .map(step -> event(timeline, step));
    }

    private static Buffer event(String timeline, Step step) {
        String event = step.isEnd() ? "done" : "progress";
        String data =
                step.isEnd()
                        ? TallyJson.summary(timeline, step.tally())
                        : TallyJson.progress(step.tally());
        return EventStream.piece(EventStream.append(new StringBuilder(), null, event, data));
    }
}
