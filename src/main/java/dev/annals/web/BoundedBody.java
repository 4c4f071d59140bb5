package dev.annals.web;

import dev.annals.web.limit.BodyBytes;
import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemException;
import dev.annals.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads a request's body into memory, up to a limit, within a time, and while there is room for all
 * that are being read. What a client sends beyond is left to {@link Leftovers}.
 */
@ApplicationScoped
public class BoundedBody {

    private final Vertx vertx;
    private final BodyBytes bodies;
    private final long limitBytes;
    private final Duration patience;

    BoundedBody(
            Vertx vertx,
            BodyBytes bodies,
            @ConfigProperty(name = "annals.max-body-bytes", defaultValue = "10485760")
                    long limitBytes,
            @ConfigProperty(name = "annals.body-timeout", defaultValue = "60S") Duration patience) {
        this.vertx = vertx;
        this.bodies = bodies;
        this.limitBytes = limitBytes;
        this.patience = patience;
    }

    /**
     * What is made of the body, or a problem if it is larger than the limit, too slow, or one too
     * many. Its bytes count as held until then.
     */
    public <T> Uni<T> of(HttpServerRequest request, Function<byte[], Uni<? extends T>> use) {
        BodyBytes.Held held = bodies.none();
        return read(request, held).<T>chain(use).onTermination().invoke(held::release);
    }

    private Uni<byte[]> read(HttpServerRequest request, BodyBytes.Held held) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding == null || encoding.equalsIgnoreCase("identity")
                ? Uni.createFrom().emitter(body -> new Reading(request, held, body).start())
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
        private final BodyBytes.Held held;
        private Buffer read = Buffer.buffer();
        private long timer = -1;

        Reading(HttpServerRequest request, BodyBytes.Held held, UniEmitter<? super byte[]> body) {
            this.request = request;
            this.held = held;
            this.body = body;
        }

        void start() {
            if (declaredBytes() > limitBytes) {
                refuse(tooLarge());
                return;
            }
            timer = vertx.setTimer(patience.toMillis(), _ -> refuse(tooSlow()));
            request.exceptionHandler(_ -> fail(broken()));
            request.endHandler(_ -> complete());
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
            if (read.length() + piece.length() > limitBytes) {
                refuse(tooLarge());
            } else if (!held.add(piece.length())) {
                refuse(bodies.refusal());
            } else {
                read.appendBuffer(piece);
            }
        }

        private void complete() {
            vertx.cancelTimer(timer);
            body.complete(read.getBytes());
        }

        private void fail(Throwable failure) {
            vertx.cancelTimer(timer);
            body.fail(failure);
        }

        /** Reads no further. */
        private void refuse(Problem problem) {
            request.pause();
            request.handler(null);
            request.endHandler(null);
            read = Buffer.buffer();
            fail(problem.exception());
        }

        private Problem tooLarge() {
            return Problem.of(
                    ProblemType.TOO_LARGE, "the body has more than " + limitBytes + " bytes");
        }

        private Problem tooSlow() {
            return Problem.of(
                    ProblemType.TOO_SLOW,
                    "the body has not come within " + patience.toSeconds() + " seconds");
        }
    }
}
