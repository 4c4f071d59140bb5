package dev.annals.bench.suite.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A whole HTTP answer at the start of a buffer, with a length or in chunks.
 *
 * @param end where the next one begins
 */
record Answer(int status, ByteBuf body, int end) {

    private static final ByteBuf END_OF_HEAD = ascii("\r\n\r\n");
    private static final ByteBuf LENGTH = ascii("ontent-");
    private static final int LINE_END = 2;

    /** Empty until all of it has come. */
    static Optional<Answer> in(ByteBuf in) {
        int start = in.readerIndex();
        int head = ByteBufUtil.indexOf(END_OF_HEAD, in);
        if (head < 0) {
            return Optional.empty();
        }
        int bodyAt = head + END_OF_HEAD.readableBytes();
        int status = (int) number(in, start + "HTTP/1.1 ".length(), 10);
        int length = length(in.slice(start, bodyAt - start));
        if (length < 0) {
            return chunked(in, status, bodyAt);
        }
        int end = bodyAt + length;
        return in.writerIndex() < end
                ? Optional.empty()
                : Optional.of(new Answer(status, in.slice(bodyAt, length), end));
    }

    private static Optional<Answer> chunked(ByteBuf in, int status, int bodyAt) {
        CompositeByteBuf body = Unpooled.compositeBuffer(Integer.MAX_VALUE);
        int at = bodyAt;
        while (true) {
            int lineEnd = in.indexOf(at, in.writerIndex(), (byte) '\r');
            if (lineEnd < 0) {
                return Optional.empty();
            }
            int length = (int) number(in, at, 16);
            at = lineEnd + LINE_END;
            int next = at + length + LINE_END;
            if (in.writerIndex() < next) {
                return Optional.empty();
            }
            if (length == 0) {
                return Optional.of(new Answer(status, body, next));
            }
            // Views only: nothing is copied, and nothing here is to be released.
            body.addComponent(true, Unpooled.unreleasableBuffer(in.slice(at, length)));
            at = next;
        }
    }

    /**
     * Looked for in a string, where processors do it: a search byte by byte took most of the time.
     */
    boolean holds(byte[] expected) {
        return expected.length == 0
                || body.toString(StandardCharsets.ISO_8859_1)
                        .contains(new String(expected, StandardCharsets.ISO_8859_1));
    }

    String text() {
        return status + " " + body.toString(StandardCharsets.UTF_8);
    }

    /** Of the body, -1 if it is not said; "content-length" may be written in capitals or not. */
    private static int length(ByteBuf head) {
        int at = 0;
        while (true) {
            int found = ByteBufUtil.indexOf(LENGTH, head.slice(at, head.readableBytes() - at));
            if (found < 0) {
                return -1;
            }
            at += found + LENGTH.readableBytes();
            if ((head.getByte(at) | 0x20) == 'l') {
                return (int) number(head, at + "length: ".length(), 10);
            }
        }
    }

    private static long number(ByteBuf buffer, int at, int radix) {
        long number = 0;
        for (int i = at; i < buffer.writerIndex(); i++) {
            int digit = Character.digit(buffer.getByte(i), radix);
            if (digit < 0) {
                break;
            }
            number = number * radix + digit;
        }
        return number;
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.unreleasableBuffer(
                Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
