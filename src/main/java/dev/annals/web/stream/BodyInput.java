package dev.annals.web.stream;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A request's body for a thread that may wait for it. No more is taken from the connection than a
 * few pieces ahead of what has been read.
 */
public final class BodyInput extends InputStream {

    private static final int PIECES_AHEAD = 8;

    private static final Optional<Buffer> END = Optional.empty();

    private final HttpServerRequest request;
    private final Context context;
    private final Duration patience;
    private final BlockingQueue<Optional<Buffer>> pieces = new LinkedBlockingQueue<>();
    private volatile boolean isBroken;
    private Buffer piece = Buffer.buffer();
    private int begin;
    private boolean isOver;

    /**
     * To be made on the request's event loop, before anything of the body was read.
     *
     * @param patience how long the next piece may be on its way
     */
    public BodyInput(HttpServerRequest request, Duration patience) {
        this.request = request;
        this.context = Vertx.currentContext();
        this.patience = patience;
        request.pause();
        request.exceptionHandler(_ -> breakOff());
        request.endHandler(_ -> pieces.add(END));
        request.handler(read -> pieces.add(Optional.of(read)));
        request.fetch(PIECES_AHEAD);
    }

    private void breakOff() {
        isBroken = true;
        pieces.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (begin == piece.length() && !isOver) {
            take();
        }
        if (isOver || length == 0) {
            return isOver ? -1 : 0;
        }
        int taken = Math.min(length, piece.length() - begin);
        piece.getBytes(begin, begin + taken, bytes, offset);
        begin += taken;
        return taken;
    }

    private void take() throws IOException {
        Optional<Buffer> next = await();
        isOver = next.isEmpty();
        if (isBroken && isOver) {
            throw new IOException("the body breaks off");
        }
        piece = next.orElse(Buffer.buffer());
        begin = 0;
        if (!isOver) {
            context.runOnContext(_ -> request.fetch(1));
        }
    }

    private Optional<Buffer> await() throws IOException {
        try {
            Optional<Buffer> next = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new IOException(
                        "nothing of the body has come for " + patience.toSeconds() + " seconds");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the import was interrupted", e);
        }
    }
}
