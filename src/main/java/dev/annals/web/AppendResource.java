package dev.annals.web;

import dev.annals.domain.fact.Slug;
import dev.annals.json.Instants;
import dev.annals.json.Json;
import dev.annals.json.Violation;
import dev.annals.log.AppendOutcome;
import dev.annals.log.Draft;
import dev.annals.log.DryRun;
import dev.annals.log.FactLog;
import dev.annals.queries.EffectOf;
import dev.annals.web.answer.EffectJson;
import dev.annals.web.limit.Limit;
import dev.annals.web.limit.Refusals;
import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import dev.annals.web.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Appends facts to a timeline, all of a request or none, or tells what that would change. */
@Cancellable(false)
@Path("/timelines/{timeline}/facts")
public class AppendResource {

    /** A larger body is read by a worker, so that others are not kept waiting. */
    private static final int SMALL_BODY_BYTES = 65_536;

    private final FactLog log;
    private final DryRun dryRun;
    private final EffectOf effectOf;
    private final BoundedBody body;
    private final Refusals refusals;
    private final SecurityIdentity caller;

    AppendResource(
            FactLog log,
            DryRun dryRun,
            EffectOf effectOf,
            BoundedBody body,
            Refusals refusals,
            SecurityIdentity caller) {
        this.log = log;
        this.dryRun = dryRun;
        this.effectOf = effectOf;
        this.body = body;
        this.refusals = refusals;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.RECORDER, Roles.CURATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> append(
            @PathParam("timeline") String timeline,
            @Context HttpServerRequest request,
            @Context UriInfo uri) {
        if (!Slug.isSlug(timeline)) {
            throw Answers.unknownTimeline(timeline);
        }
        boolean isPreview = new Params(uri).flag("preview", false);
        String recordedBy = caller.getPrincipal().getName();
        Set<String> roles = caller.getRoles();
        URI facts = uri.getAbsolutePath();
        return body.of(
                request,
                bytes ->
                        parsed(bytes, timeline, recordedBy)
                                .invoke(parsed -> check(roles, parsed.request().drafts()))
                                .chain(r -> isPreview ? preview(r) : append(r, facts)));
    }

    private Uni<Response> append(AppendBody.Parsed parsed, URI facts) {
        return log.append(parsed.request())
                .map(
                        outcome ->
                                switch (outcome) {
                                    case AppendOutcome.Appended appended ->
                                            appended(appended, parsed.isSingle(), facts);
                                    case AppendOutcome.Rejection rejection ->
                                            throw problem(rejection);
                                });
    }

    private Uni<Response> preview(AppendBody.Parsed parsed) {
        String timeline = parsed.request().timeline();
        return dryRun.of(parsed.request())
                .chain(
                        outcome ->
                                switch (outcome) {
                                    case DryRun.Folded folded -> effectOf.append(timeline, folded);
                                    case DryRun.Refused refused ->
                                            throw problem(refused.rejection());
                                })
                .map(e -> Response.ok(EffectJson.of(e), MediaType.APPLICATION_JSON).build());
    }

    private static Uni<AppendBody.Parsed> parsed(byte[] bytes, String timeline, String recordedBy) {
        Uni<AppendBody.Parsed> parsed =
                Uni.createFrom().item(() -> AppendBody.parse(bytes, timeline, recordedBy));
        return bytes.length <= SMALL_BODY_BYTES
                ? parsed
                : parsed.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** All that a request would append must be allowed, or none of it is. */
    private static void check(Set<String> roles, List<Draft> drafts) {
        for (Draft draft : drafts) {
            String needed = Roles.neededFor(draft.fact());
            if (!roles.contains(needed)) {
                Violation violation = new Violation(draft.pointer(), "needs the role " + needed);
                throw Problem.forbidden(List.of(needed)).with(List.of(violation)).exception();
            }
        }
    }

    private RuntimeException problem(AppendOutcome.Rejection rejection) {
        return switch (rejection) {
            case AppendOutcome.UnknownTimeline unknown ->
                    Answers.unknownTimeline(unknown.timeline());
            case AppendOutcome.IdReused reused ->
                    Problem.invalid(ProblemType.ID_REUSED, reused.violations()).exception();
            case AppendOutcome.ConditionFailed failed ->
                    Problem.conflict(failed.conflicting()).exception();
            case AppendOutcome.InvalidFacts invalid ->
                    Problem.invalid(ProblemType.INVALID_FACTS, invalid.violations()).exception();
            case AppendOutcome.Overloaded _ ->
                    refusals.problem(Limit.APPENDS, "too much is waiting to be appended")
                            .exception();
        };
    }

    private static Response appended(AppendOutcome.Appended appended, boolean isSingle, URI facts) {
        String json =
                Json.write(
                        out -> {
                            out.writeStartObject();
                            out.writeArrayFieldStart("facts");
                            for (AppendOutcome.Receipt receipt : appended.receipts()) {
                                out.writeStartObject();
                                out.writeStringField("id", receipt.id().toString());
                                out.writeNumberField("position", receipt.position());
                                out.writeStringField(
                                        "recordedAt", Instants.text(receipt.recordedAt()));
                                out.writeEndObject();
                            }
                            out.writeEndArray();
                            out.writeNumberField("head", appended.head());
                            out.writeEndObject();
                        });
        Response.ResponseBuilder response =
                Response.status(appended.isNew() ? 201 : 200)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(json);
        if (isSingle) {
            response.location(URI.create(facts + "/" + appended.receipts().getFirst().id()));
        }
        return response.build();
    }
}
