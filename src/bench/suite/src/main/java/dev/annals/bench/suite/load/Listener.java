package dev.annals.bench.suite.load;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/** One client of an event stream: each event must have the id after the last one's. */
final class Listener extends SimpleChannelInboundHandler<HttpObject> {

    /** What listeners have in common; called by their one thread only. */
    interface Hearing {
        /** The stream has begun: what is published from now on must be heard. */
        void begun();

        void heard(long id);

        /** All, and how long after the first the last one came. */
        void heardAll(long nanos);

        void failed(String reason);
    }

    private final EventIds ids = new EventIds();
    private final String path;
    private final Hearing hearing;
    private final long wanted;
    private long last;
    private boolean hasBegun;
    private long firstNanos;

    /**
     * @param after number of the event before the first one
     * @param wanted number of the last one, after which it hangs up
     */
    Listener(String path, long after, long wanted, Hearing hearing) {
        this.path = path;
        this.last = after;
        this.wanted = wanted;
        this.hearing = hearing;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1, HttpMethod.GET, path, Unpooled.EMPTY_BUFFER);
        request.headers().set("Host", "127.0.0.1").set("Accept", "text/event-stream");
        context.writeAndFlush(request);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
        if (message instanceof HttpResponse response && response.status().code() != 200) {
            hearing.failed(path + ": " + response.status());
        }
        if (message instanceof HttpContent content) {
            if (!hasBegun) {
                hasBegun = true;
                hearing.begun();
            }
            ids.read(content.content(), this::heard);
            if (last == wanted) {
                hearing.heardAll(System.nanoTime() - firstNanos);
                context.close();
                return;
            }
        }
        if (message instanceof LastHttpContent) {
            hearing.failed(path + ": the stream ended");
        }
    }

    private void heard(long id) {
        if (last == wanted) {
            return; // what is told on may come along with the last one that was wanted
        }
        if (id != last + 1) {
            hearing.failed(path + ": " + id + " after " + last);
        }
        if (firstNanos == 0) {
            firstNanos = System.nanoTime();
        }
        last = id;
        hearing.heard(id);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        hearing.failed(cause.toString());
        context.close();
    }
}
