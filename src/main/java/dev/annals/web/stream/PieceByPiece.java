package dev.annals.web.stream;

import io.quarkus.logging.Log;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes pieces to a connection, asking for the next when the last has been handed to the network:
 * a client that stops reading holds one piece and nothing else, and not for ever.
 */
final class PieceByPiece implements Flow.Subscriber<Buffer> {

    private final HttpServerResponse response;
    private final boolean hasEvents;
    private final Runnable afterwards;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Flow.Subscription subscription;

    // Guarded by this:
    private int unfinished;
    private long sinceNanos = System.nanoTime();
    private boolean isLast;

    /**
     * @param hasEvents what is written are events, with comments between them
     * @param afterwards run once, when the stream is at its end or the client has left
     */
    PieceByPiece(HttpServerResponse response, boolean hasEvents, Runnable afterwards) {
        this.response = response;
        this.hasEvents = hasEvents;
        this.afterwards = afterwards;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (over.get()) {
            subscription.cancel();
            return;
        }
        if (hasEvents) {
            write(EventStream.OPENING, false);
        }
        subscription.request(1);
    }

    @Override
    public void onNext(Buffer piece) {
        write(piece, true);
    }

    private void write(Buffer piece, boolean asksForMore) {
        synchronized (this) {
            if (isLast || over.get()) {
                return;
            }
            if (unfinished++ == 0) {
                sinceNanos = System.nanoTime();
            }
        }
        response.write(piece).onComplete(written -> written(written, asksForMore));
    }

    private void written(AsyncResult<Void> written, boolean asksForMore) {
        boolean ends;
        synchronized (this) {
            unfinished--;
            sinceNanos = System.nanoTime();
            ends = isLast && unfinished == 0;
        }
        if (written.failed()) {
            leave();
        } else if (ends) {
            end();
        } else if (asksForMore) {
            subscription.request(1);
        }
    }

    boolean hasEvents() {
        return hasEvents;
    }

    /** How long what was written last is on its way; 0 if nothing is. */
    synchronized long stuckNanos(long nowNanos) {
        return unfinished == 0 ? 0 : nowNanos - sinceNanos;
    }

    /** Writes a comment if nothing has been written for so long. */
    void keepAlive(long nowNanos, long quietNanos) {
        boolean isQuiet;
        synchronized (this) {
            isQuiet = unfinished == 0 && nowNanos - sinceNanos >= quietNanos;
        }
        if (hasEvents && isQuiet) {
            write(EventStream.HEARTBEAT, false);
        }
    }

    /** Ends a stream of events where it is, after what is being written. */
    void endEvents() {
        boolean ends;
        synchronized (this) {
            if (!hasEvents || isLast) {
                return;
            }
            isLast = true;
            ends = unfinished == 0;
        }
        if (ends) {
            end();
        }
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            cancel();
            response.end();
            afterwards.run();
        }
    }

    @Override
    public void onError(Throwable failure) {
        Log.warnf("a stream broke off: %s", failure);
        breakOff();
    }

    @Override
    public void onComplete() {
        if (over.compareAndSet(false, true)) {
            response.end();
            afterwards.run();
        }
    }

    /** Ends it so that the client sees that this was not the end. */
    void breakOff() {
        if (over.compareAndSet(false, true)) {
            cancel();
            response.reset();
            afterwards.run();
        }
    }

    /** The client has left. */
    void leave() {
        if (over.compareAndSet(false, true)) {
            cancel();
            afterwards.run();
        }
    }

    private void cancel() {
        Flow.Subscription left = subscription;
        if (left != null) {
            left.cancel();
        }
    }
}
