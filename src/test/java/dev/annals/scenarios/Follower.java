package dev.annals.scenarios;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One event stream, read as bytes come. Its ids have to be one position after the other. */
final class Follower {

    private static final int PATIENCE_SECONDS = 60;
    private static final String LAST_CHUNK = "0\r";

    private final SocketChannel channel;
    private final Delays delays;
    private final CountDownLatch begun = new CountDownLatch(1);
    private byte[] line = new byte[1_024];
    private int length;
    private boolean isWhole;
    private volatile long firstPosition;
    private volatile long position;
    private volatile String fault = "";

    Follower(SocketChannel channel, Delays delays) {
        this.channel = channel;
        this.delays = delays;
    }

    void awaitBegin() {
        try {
            if (!begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !fault.isEmpty()) {
                throw new AssertionError("a stream does not begin " + fault);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    long firstPosition() {
        return firstPosition;
    }

    long position() {
        return position;
    }

    /** Empty if there is none. */
    String fault() {
        return fault;
    }

    void read(ByteBuffer buffer, SelectionKey key) {
        try {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                end("the stream " + (isWhole ? "ended" : "broke off") + " at " + position, key);
                return;
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                take(buffer.get());
            }
        } catch (IOException e) {
            end(e.toString(), key);
        }
    }

    private void end(String reason, SelectionKey key) {
        fault = reason;
        key.cancel();
        begun.countDown();
    }

    private void take(byte next) {
        if (next != '\n') {
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = next;
            return;
        }
        if (starts(LAST_CHUNK)) {
            isWhole = true;
        } else if (starts("id: ")) {
            advance(Long.parseLong(text().substring(4)));
        } else if (starts("data: ")) {
            delays.seen(text());
        } else if (starts("retry: ")) {
            begun.countDown();
        } else if (starts("HTTP/1.1 ") && !starts("HTTP/1.1 200")) {
            fault = text();
            begun.countDown();
        }
        length = 0;
    }

    private void advance(long next) {
        if (position != 0 && next != position + 1 && fault.isEmpty()) {
            fault = next + " came after " + position;
        }
        firstPosition = firstPosition == 0 ? next : firstPosition;
        position = next;
    }

    private boolean starts(String prefix) {
        boolean does = length >= prefix.length();
        for (int i = 0; does && i < prefix.length(); i++) {
            does = line[i] == prefix.charAt(i);
        }
        return does;
    }

    private String text() {
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    void close() throws IOException {
        channel.close();
    }
}
