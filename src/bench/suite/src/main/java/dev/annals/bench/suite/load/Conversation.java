package dev.annals.bench.suite.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/** One client's requests and answers. */
final class Conversation extends ByteToMessageDecoder {

    /** What the clients of a run have in common; used by its one thread only. */
    static final class Shared {

        private final LongFunction<Exchange> exchanges;
        private final Histogram nanos = new Histogram(3);
        private long deadlineNanos;
        private long lastNanos;
        private long sent;
        private String failure;

        Shared(LongFunction<Exchange> exchanges) {
            this.exchanges = exchanges;
        }

        void begin(long deadlineNanos, List<Channel> channels) {
            this.deadlineNanos = deadlineNanos;
            channels.forEach(c -> c.pipeline().get(Conversation.class).next(c));
        }

        long answers() {
            return nanos.getTotalCount();
        }

        long lastNanos() {
            return lastNanos;
        }

        Histogram nanos() {
            return nanos;
        }

        String failure() {
            return failure;
        }

        private void fail(String reason) {
            failure = failure == null ? reason : failure;
        }
    }

    private static final int MOST_SHOWN = 400;

    private final Shared shared;
    private Exchange exchange;
    private long sentNanos;

    Conversation(Shared shared) {
        this.shared = shared;
    }

    private void next(Channel channel) {
        exchange = shared.exchanges.apply(shared.sent++);
        sentNanos = System.nanoTime();
        channel.writeAndFlush(Unpooled.wrappedBuffer(exchange.request()));
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        Answer.in(in).ifPresent(answer -> take(context, in, answer));
    }

    private void take(ChannelHandlerContext context, ByteBuf in, Answer answer) {
        boolean isGood = answer.status() / 100 == 2 && answer.holds(exchange.expected());
        if (!isGood) {
            String text = answer.text();
            shared.fail(text.substring(0, Math.min(MOST_SHOWN, text.length())));
        }
        in.readerIndex(answer.end());
        answered(context);
    }

    private void answered(ChannelHandlerContext context) {
        long now = System.nanoTime();
        shared.nanos.recordValue(now - sentNanos);
        shared.lastNanos = now;
        if (now < shared.deadlineNanos && shared.failure == null) {
            next(context.channel());
        } else {
            context.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        shared.fail(cause.toString());
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        super.channelInactive(context);
        if (System.nanoTime() < shared.deadlineNanos) {
            shared.fail("the connection was closed");
        }
    }
}
