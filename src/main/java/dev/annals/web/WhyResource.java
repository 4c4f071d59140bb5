package dev.annals.web;

import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.why.Matter;
import dev.annals.queries.KnownAt;
import dev.annals.queries.Mentioned;
import dev.annals.queries.Why;
import dev.annals.web.answer.WhyJson;
import io.smallrye.mutiny.Multi;
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

/** Why an answer is as it is: what a historian puts in a footnote. */
@Cancellable(false)
@Path("/timelines/{timeline}/why")
@Produces(MediaType.APPLICATION_JSON)
public class WhyResource {

    private static final int LISTED = 50;
    private static final int MOST_LISTED = 1_000;

    private final Answers answers;
    private final Mentioned mentioned;
    private final Why why;

    WhyResource(Answers answers, Mentioned mentioned, Why why) {
        this.answers = answers;
        this.mentioned = mentioned;
        this.why = why;
    }

    @GET
    public Uni<Response> why(
            @PathParam("timeline") String timeline,
            @Context UriInfo uri,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        Params params = new Params(uri);
        EdtfDate on = params.date("on");
        Matter matter = matter(params);
        Why.Question question = new Why.Question(matter, on, params.limit(LISTED, MOST_LISTED));
        return answers.jsonToHead(
                new Answers.Call(timeline, request, headers),
                params.known(),
                known ->
                        spokenOf(known, matter)
                                .chain(() -> why.ask(known, question))
                                .map(answer -> new WhyJson(known, question, answer)::write));
    }

    private static Matter matter(Params params) {
        var office = params.slug("office");
        var person = params.slug("person");
        var place = params.slug("place");
        try {
            return new Matter(office, person, place);
        } catch (IllegalArgumentException e) {
            throw Params.wrong("the query", e.getMessage());
        }
    }

    /** Unlike a filter, a question about an entity that no fact speaks of has no answer. */
    private Uni<Void> spokenOf(KnownAt known, Matter matter) {
        return Multi.createFrom()
                .iterable(matter.subjects())
                .onItem()
                .transformToUniAndConcatenate(
                        subject ->
                                mentioned
                                        .isMentioned(known, subject)
                                        .invoke(is -> check(is, subject)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static void check(boolean isMentioned, Subject subject) {
        if (!isMentioned) {
            throw Answers.unknownEntity(subject.kind(), subject.slug().value());
        }
    }
}
