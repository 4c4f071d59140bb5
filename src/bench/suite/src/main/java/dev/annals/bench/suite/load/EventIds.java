package dev.annals.bench.suite.load;

import io.netty.buffer.ByteBuf;
import java.util.function.LongConsumer;

/**
 * Finds the numbers that events have in a stream, piece by piece as it comes: the id, or what
 * stands after its last stroke. Those that have none, or 0, are not told of.
 */
final class EventIds {

    private static final byte[] ID = {'i', 'd', ':', ' '};
    private static final int MOST_CHARACTERS = 48;

    private final byte[] begun = new byte[ID.length + MOST_CHARACTERS];
    private int length;

    void read(ByteBuf piece, LongConsumer onId) {
        int at = piece.readerIndex();
        int end = piece.writerIndex();
        while (at < end) {
            int found = piece.indexOf(at, end, (byte) '\n');
            int lineEnd = found < 0 ? end : found;
            int kept = Math.min(lineEnd - at, begun.length - length);
            piece.getBytes(at, begun, length, kept);
            length += kept;
            if (found >= 0) {
                lineEnds(onId);
            }
            at = lineEnd + 1;
        }
    }

    private void lineEnds(LongConsumer onId) {
        if (length > ID.length && isId()) {
            long number = number();
            if (number > 0) {
                onId.accept(number);
            }
        }
        length = 0;
    }

    /** 0 if there is none. */
    private long number() {
        long number = 0;
        for (int i = ID.length; i < length; i++) {
            if (begun[i] == '/') {
                number = 0;
            } else if (begun[i] >= '0' && begun[i] <= '9') {
                number = number * 10 + begun[i] - '0';
            } else if (begun[i] != '-') {
                return 0;
            }
        }
        return number;
    }

    private boolean isId() {
        for (int i = 0; i < ID.length; i++) {
            if (begun[i] != ID[i]) {
                return false;
            }
        }
        return true;
    }
}
