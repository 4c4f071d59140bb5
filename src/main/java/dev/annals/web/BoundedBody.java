package dev.annals.web;

import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemException;
import dev.annals.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads a request's body into memory, up to a limit. What a client sends beyond it is read and
 * thrown away, so that the client gets to see the answer; one that does not stop is cut off.
 */
@ApplicationScoped
public class BoundedBody {

    private static final int PATIENCE = 10;

    private final long limitBytes;

    BoundedBody(
            @ConfigProperty(name = "annals.max-body-bytes", defaultValue = "10485760")
                    long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** The body, or a problem if it is larger than the limit. */
    public Uni<byte[]> of(HttpServerRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding == null || encoding.equalsIgnoreCase("identity")
                ? Uni.createFrom().emitter(emitter -> new Reading(request, emitter).start())
                : Uni.createFrom()
                        .failure(
                                Problem.of(
                                                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                                "the body has a Content-Encoding; send it plain")
                                        .exception());
    }

    private final class Reading {
        private final HttpServerRequest request;
        private final UniEmitter<? super byte[]> body;
        private Buffer read = Buffer.buffer();
        private long seenBytes;

        Reading(HttpServerRequest request, UniEmitter<? super byte[]> body) {
            this.request = request;
            this.body = body;
        }

        void start() {
            if (declaredBytes() > limitBytes) {
                refuse();
            }
            request.exceptionHandler(_ -> body.fail(broken()));
            request.endHandler(_ -> body.complete(read.getBytes()));
            request.handler(this::take);
            request.resume();
        }

        /** The client has left, or its chunks are none. */
        private static ProblemException broken() {
            return Problem.of(
                            ProblemType.MALFORMED_JSON,
                            "the body breaks off, or is not what its headers announce")
                    .exception();
        }

        private long declaredBytes() {
            String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        }

        private void take(Buffer piece) {
            seenBytes += piece.length();
            if (seenBytes > limitBytes * PATIENCE) {
                request.connection().close();
            } else if (seenBytes > limitBytes) {
                refuse();
            } else {
                read.appendBuffer(piece);
            }
        }

        private void refuse() {
            read = Buffer.buffer();
            body.fail(
                    Problem.of(
                                    ProblemType.TOO_LARGE,
                                    "the body has more than " + limitBytes + " bytes")
                            .exception());
        }
    }
}
