package dev.annals.web;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.EdtfDate;
import dev.annals.queries.Asked;
import dev.annals.queries.ChangesBetween;
import dev.annals.queries.ChangesOn;
import dev.annals.queries.KnownAt;
import dev.annals.queries.Spans.Narrowing;
import dev.annals.queries.TurnPlace;
import dev.annals.web.answer.ChangesJson;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * What changed: in the world between two dates, or in what was known of one date as the log grew.
 */
@Cancellable(false)
@Path("/timelines/{timeline}/changes")
@Produces(MediaType.APPLICATION_JSON)
public class ChangesResource {

    private static final int PAGE = 1_000;
    private static final int LARGEST_PAGE = 1_000;

    private final Answers answers;
    private final ChangesBetween between;
    private final ChangesOn on;

    ChangesResource(Answers answers, ChangesBetween between, ChangesOn on) {
        this.answers = answers;
        this.between = between;
        this.on = on;
    }

    @GET
    public Uni<Response> changes(
            @PathParam("timeline") String timeline,
            @Context UriInfo uri,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        Params params = new Params(uri);
        Answers.Call call = new Answers.Call(timeline, request, headers);
        if (params.text("on").isEmpty()) {
            refuse(params, "goes with on=, not with from= and to=", "known-from", "known-to");
            return between(params, call);
        }
        refuse(params, "asks for changes between dates: leave out on=", "from", "to");
        refuse(params, "goes with from= and to=; with on= say known-to=", "known");
        return on(params, call);
    }

    private static void refuse(Params params, String message, String... names) {
        for (String name : names) {
            if (params.text(name).isPresent()) {
                throw Params.wrong(name, message);
            }
        }
    }

    private Uni<Response> between(Params params, Answers.Call call) {
        if (params.text("from").isEmpty() && params.text("to").isEmpty()) {
            throw Params.wrong("from", "and to, or on, are missing: give EDTF dates");
        }
        EdtfDate from = params.date("from");
        EdtfDate to = params.date("to");
        Bounds days = params.range("from", "to").orElseThrow();
        Narrowing narrowing = params.narrowing();
        Optional<TurnPlace> after = params.place("after", TurnPlace::parse);
        int limit = params.limit(PAGE, LARGEST_PAGE);
        return answers.json(
                call,
                params.known(),
                known ->
                        between.page(known, days, narrowing, after, limit)
                                .map(
                                        page ->
                                                out -> {
                                                    out.writeStringField("from", from.text());
                                                    out.writeStringField("to", to.text());
                                                    new ChangesJson(out)
                                                            .between(page.turns(), days);
                                                    out.writeStringField(
                                                            "next",
                                                            page.next()
                                                                    .map(Params::opaque)
                                                                    .orElse(null));
                                                }));
    }

    private Uni<Response> on(Params params, Answers.Call call) {
        EdtfDate date = params.date("on");
        Narrowing narrowing = params.narrowing();
        Optional<Long> after = params.position("after");
        int limit = params.limit(PAGE, LARGEST_PAGE);
        Asked from = params.known("known-from").orElse(new Asked.AtPosition(0));
        Asked to = params.known("known-to").orElse(new Asked.AtHead());
        return answers.known(call.timeline(), from)
                .chain(
                        begin ->
                                answers.json(
                                        call,
                                        to,
                                        end -> {
                                            check(begin, end, after);
                                            long start =
                                                    Math.max(begin.position(), after.orElse(0L));
                                            return on.page(
                                                            end,
                                                            start,
                                                            date.bounds(),
                                                            narrowing,
                                                            limit)
                                                    .map(
                                                            page ->
                                                                    out -> {
                                                                        out.writeStringField(
                                                                                "on", date.text());
                                                                        new ChangesJson(out)
                                                                                .on(
                                                                                        begin,
                                                                                        end,
                                                                                        page,
                                                                                        date
                                                                                                .bounds());
                                                                    });
                                        }));
    }

    private static void check(KnownAt from, KnownAt to, Optional<Long> after) {
        if (from.position() > to.position()) {
            throw Params.wrong("known-to", "comes before known-from");
        }
        if (after.filter(position -> position > to.position()).isPresent()) {
            throw Problem.of(
                            ProblemType.UNKNOWN_POSITION,
                            "asked was up to " + to.position() + ", after was " + after.get())
                    .exception();
        }
    }
}
