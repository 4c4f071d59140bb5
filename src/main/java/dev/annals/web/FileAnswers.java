package dev.annals.web;

import dev.annals.queries.Asked;
import dev.annals.queries.KnownAt;
import dev.annals.web.stream.ByteStream;
import dev.annals.web.stream.OpenStreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/** Answers with files: streamed, with what caches need to know as every answer has it. */
@ApplicationScoped
public class FileAnswers {

    private final Answers answers;
    private final OpenStreams streams;

    FileAnswers(Answers answers, OpenStreams streams) {
        this.answers = answers;
        this.streams = streams;
    }

    /**
     * A file.
     *
     * @param pieces nothing is read before they are asked for
     * @param name that it is to be kept under, if it is to be kept
     */
    record Content(String mediaType, Multi<Buffer> pieces, Optional<String> name) {

        Content(String mediaType, Multi<Buffer> pieces) {
            this(mediaType, pieces, Optional.empty());
        }
    }

    /**
     * @param representation what tells this file from others of the same timeline at the same
     *     position
     */
    Uni<Response> answer(
            Answers.Call call,
            Asked asked,
            String representation,
            Function<KnownAt, Content> file) {
        streams.checkRoom();
        return answers.known(call.timeline(), asked)
                .map(
                        known ->
                                response(
                                        call,
                                        asked,
                                        Answers.tag(known, representation, call.headers()),
                                        file.apply(known)));
    }

    private Response response(Answers.Call call, Asked asked, EntityTag tag, Content content) {
        if (Conditional.isUnchanged(call.headers(), tag)) {
            return answers.headers(Response.notModified(), asked, tag).build();
        }
        Response.ResponseBuilder response =
                Response.ok(new ByteStream.File(content.pieces()), content.mediaType());
        content.name()
                .ifPresent(
                        name ->
                                response.header(
                                        "Content-Disposition",
                                        "attachment; filename=\"" + name + "\""));
        return answers.headers(response, asked, tag).build();
    }
}
