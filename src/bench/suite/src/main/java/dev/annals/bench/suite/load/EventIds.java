package dev.annals.bench.suite.load;

import io.netty.buffer.ByteBuf;
import java.util.function.LongConsumer;

/** Finds the ids in an event stream, piece by piece as it comes. */
final class EventIds {

    private static final byte[] ID = {'i', 'd', ':', ' '};
    private static final int MOST_DIGITS = 20;

    private final byte[] begun = new byte[ID.length + MOST_DIGITS];
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
            long id = 0;
            for (int i = ID.length; i < length; i++) {
                id = id * 10 + begun[i] - '0';
            }
            onId.accept(id);
        }
        length = 0;
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
