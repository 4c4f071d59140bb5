package dev.annals.web;

import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Slug;
import dev.annals.json.Json;
import dev.annals.queries.Asked;
import dev.annals.queries.Knowledge;
import dev.annals.queries.KnownAt;
import dev.annals.queries.KnownJson;
import dev.annals.views.Views;
import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers questions about a timeline. An answer for a position of the log can never change while
 * the rules are the same, so it carries an ETag made of both, and may be kept if it was asked by
 * position.
 */
@ApplicationScoped
public class Answers {

    public static final String VARY = "Accept, Accept-Encoding, Origin";

    private final Knowledge knowledge;
    private final PinnedAnswers pinned;

    Answers(Knowledge knowledge, PinnedAnswers pinned) {
        this.knowledge = knowledge;
        this.pinned = pinned;
    }

    /** The timeline as known at the moment asked for, or a problem. */
    public Uni<KnownAt> known(String timeline, Asked asked) {
        if (!Slug.isSlug(timeline)) {
            return Uni.createFrom().failure(unknownTimeline(timeline));
        }
        return knowledge
                .find(timeline, asked)
                .map(found -> found.orElseThrow(() -> unknownTimeline(timeline)))
                .invoke(Answers::check);
    }

    static RuntimeException unknownTimeline(String id) {
        return Problem.of(ProblemType.UNKNOWN_TIMELINE, "no timeline has the id " + shown(id))
                .exception();
    }

    static RuntimeException unknownEntity(EntityKind kind, String slug) {
        return Problem.of(
                        ProblemType.UNKNOWN_ENTITY,
                        "no fact speaks of the " + kind.word() + " " + shown(slug))
                .exception();
    }

    private static void check(KnownAt known) {
        if (known.position() > known.head()) {
            throw Problem.of(
                            ProblemType.UNKNOWN_POSITION,
                            "the log ends at "
                                    + known.head()
                                    + ", asked for was "
                                    + known.position())
                    .exception();
        }
    }

    /** A caller's word, short enough to repeat. */
    static String shown(String word) {
        return word.length() <= Slug.MAX_LENGTH ? word : word.substring(0, Slug.MAX_LENGTH) + "…";
    }

    /** Answers in JSON: timeline and known position first, then what {@code body} writes. */
    public Uni<Response> json(Call call, Asked asked, Function<KnownAt, Uni<Json.Writing>> body) {
        if (!(asked instanceof Asked.AtPosition at)) {
            return known(call.timeline(), asked)
                    .chain(known -> jsonAsOf(known, call, asked, "json", body));
        }
        Optional<PinnedAnswers.Answer> kept = pinned.find(call.request().uri());
        return kept.isPresent()
                ? Uni.createFrom().item(pinned(call, asked, kept.get()))
                : pinnedAt(call.timeline(), at)
                        .chain(known -> body.apply(known).map(writing -> write(known, writing)))
                        .invoke(answer -> pinned.keep(call.request().uri(), answer))
                        .map(answer -> pinned(call, asked, answer));
    }

    /** What a position stands for never changes either, once the log reaches it. */
    private Uni<KnownAt> pinnedAt(String timeline, Asked.AtPosition at) {
        return knowledge
                .remembered(timeline, at)
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> known(timeline, at));
    }

    /**
     * The same for an answer that also tells of what was recorded after the known position: it may
     * change with the head, so that no cache may keep it unasked.
     */
    public Uni<Response> jsonToHead(
            Call call, Asked asked, Function<KnownAt, Uni<Json.Writing>> body) {
        return known(call.timeline(), asked)
                .chain(
                        known ->
                                jsonAsOf(
                                        known,
                                        call,
                                        new Asked.AtHead(),
                                        "json-to-" + known.head(),
                                        body));
    }

    private Uni<Response> jsonAsOf(
            KnownAt known,
            Call call,
            Asked asked,
            String representation,
            Function<KnownAt, Uni<Json.Writing>> body) {
        return body.apply(known)
                .map(
                        writing ->
                                answered(
                                        call,
                                        known,
                                        asked,
                                        representation,
                                        () -> write(known, writing).json()));
    }

    private Response pinned(Call call, Asked asked, PinnedAnswers.Answer answer) {
        return answered(call, answer.known(), asked, "json", answer::json);
    }

    private Response answered(
            Call call, KnownAt known, Asked asked, String representation, Supplier<byte[]> json) {
        EntityTag tag = tag(known, representation, call.headers());
        Response.ResponseBuilder response =
                Conditional.isUnchanged(call.headers(), tag)
                        ? Response.notModified()
                        : Response.ok(json.get(), MediaType.APPLICATION_JSON);
        return headers(response, asked, tag).build();
    }

    private static PinnedAnswers.Answer write(KnownAt known, Json.Writing body) {
        String json =
                Json.write(
                        out -> {
                            out.writeStartObject();
                            out.writeStringField("timeline", known.id());
                            KnownJson.write(out, known);
                            body.to(out);
                            out.writeEndObject();
                        });
        return new PinnedAnswers.Answer(known, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds what caches need to know. */
    public Response.ResponseBuilder headers(
            Response.ResponseBuilder response, Asked asked, EntityTag tag) {
        String caching =
                asked instanceof Asked.AtPosition ? "public, max-age=86400, immutable" : "no-cache";
        return response.tag(tag).header("Cache-Control", caching).header("Vary", VARY);
    }

    /** The encoding is part of a strong tag: two encodings differ byte for byte. */
    public static EntityTag tag(KnownAt known, String representation, HttpHeaders headers) {
        String encoding = Conditional.encodingMark(headers);
        return new EntityTag(
                known.position() + "-" + representation + encoding + "-r" + Views.RULES);
    }

    /** What a question came with. */
    public record Call(String timeline, HttpServerRequest request, HttpHeaders headers) {}
}
