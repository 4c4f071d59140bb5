package dev.annals.bench.suite.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/**
 * One client's requests and answers. Reads only answers with a length, which is what all services
 * here send.
 */
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

    private static final ByteBuf END_OF_HEAD = ascii("\r\n\r\n");
    private static final ByteBuf LENGTH = ascii("ontent-");
    private static final int MOST_SHOWN = 400;

    private final Shared shared;
    private Exchange exchange;
    private long sentNanos;

    Conversation(Shared shared) {
        this.shared = shared;
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.unreleasableBuffer(
                Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void next(Channel channel) {
        exchange = shared.exchanges.apply(shared.sent++);
        sentNanos = System.nanoTime();
        channel.writeAndFlush(Unpooled.wrappedBuffer(exchange.request()));
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int head = ByteBufUtil.indexOf(END_OF_HEAD, in);
        if (head < 0) {
            return;
        }
        int start = in.readerIndex();
        int headEnd = head + END_OF_HEAD.readableBytes();
        int end = headEnd + length(in, start, headEnd);
        if (in.writerIndex() < end) {
            return;
        }
        if (in.getByte(start + "HTTP/1.1 ".length()) != '2' || !holdsExpected(in, headEnd, end)) {
            int shown = Math.min(MOST_SHOWN, end - start);
            shared.fail(in.toString(start, shown, StandardCharsets.UTF_8));
            in.readerIndex(end);
            context.close();
            return;
        }
        in.readerIndex(end);
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

    private boolean holdsExpected(ByteBuf in, int from, int end) {
        byte[] expected = exchange.expected();
        return expected.length == 0
                || ByteBufUtil.indexOf(Unpooled.wrappedBuffer(expected), in.slice(from, end - from))
                        >= 0;
    }

    /** Of the body; "content-length" may be written in capitals or not. */
    private static int length(ByteBuf in, int start, int headEnd) {
        ByteBuf head = in.slice(start, headEnd - start);
        int at = 0;
        while (true) {
            int found = ByteBufUtil.indexOf(LENGTH, head.slice(at, head.readableBytes() - at));
            if (found < 0) {
                throw new IllegalStateException(
                        "no length: " + head.toString(StandardCharsets.UTF_8));
            }
            at += found + LENGTH.readableBytes();
            if ((head.getByte(at) | 0x20) == 'l') {
                return number(head, at + "length: ".length());
            }
        }
    }

    private static int number(ByteBuf buffer, int at) {
        int number = 0;
        for (int i = at; buffer.getByte(i) >= '0' && buffer.getByte(i) <= '9'; i++) {
            number = number * 10 + buffer.getByte(i) - '0';
        }
        return number;
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
