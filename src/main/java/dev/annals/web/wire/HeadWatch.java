package dev.annals.web.wire;

import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One connection's requests before they are requests: a head has to come whole within a time, and
 * one that cannot be read is answered with a problem. Also takes {@code Content-Encoding: identity}
 * from answers, which the framework puts there for itself and RFC 9110 (8.4) advises against.
 */
final class HeadWatch extends ChannelDuplexHandler {

    private final Duration patience;
    private Future<?> deadline;
    private boolean isWithinRequest;
    private boolean hasSpoken;
    private boolean isOver;
    private int unanswered;

    HeadWatch(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (isOver) {
            ReferenceCountUtil.release(message);
            return;
        }
        hasSpoken = true;
        if (message instanceof HttpRequest request) {
            cancelDeadline();
            if (request.decoderResult().isFailure() && unanswered == 0) {
                ReferenceCountUtil.release(message);
                refuse(context, status(request.decoderResult().cause()));
                return;
            }
            isWithinRequest = true;
            unanswered++;
        }
        if (message instanceof LastHttpContent) {
            isWithinRequest = false;
        }
        super.channelRead(context, message);
    }

    /** Bytes have come; if nothing could be made of them yet, a head has begun. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        boolean hasBegun = !hasSpoken && !isWithinRequest && !isOver;
        hasSpoken = false;
        if (hasBegun && deadline == null) {
            deadline =
                    context.executor()
                            .schedule(
                                    () -> tooSlow(context),
                                    patience.toMillis(),
                                    TimeUnit.MILLISECONDS);
        }
        super.channelReadComplete(context);
    }

    private void tooSlow(ChannelHandlerContext context) {
        deadline = null;
        if (unanswered == 0) {
            refuse(context, HttpResponseStatus.REQUEST_TIMEOUT);
        }
    }

    private static HttpResponseStatus status(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
            case TooLongHttpHeaderException _ -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            case null, default -> HttpResponseStatus.BAD_REQUEST;
        };
    }

    private void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
        isOver = true;
        String problem =
                Problem.of(ProblemType.of(status.code()), detail(status))
                        .withStatus(status.code())
                        .json();
        var body = Unpooled.copiedBuffer(problem, StandardCharsets.UTF_8);
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    private String detail(HttpResponseStatus status) {
        return switch (status.code()) {
            case 408 ->
                    "the head of the request has not come within "
                            + patience.toSeconds()
                            + " seconds";
            case 414 -> "the first line of the request is too long";
            case 431 -> "the header fields of the request are too long";
            default -> "the head of the request is not HTTP";
        };
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
            throws Exception {
        boolean isInterim = false;
        if (message instanceof HttpResponse response) {
            isInterim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            boolean isPlain =
                    response.headers()
                            .contains(
                                    HttpHeaderNames.CONTENT_ENCODING,
                                    HttpHeaderValues.IDENTITY,
                                    true);
            if (isPlain) {
                response.headers().remove(HttpHeaderNames.CONTENT_ENCODING);
            }
        }
        if (message instanceof LastHttpContent && !isInterim) {
            unanswered--;
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        cancelDeadline();
        super.channelInactive(context);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
