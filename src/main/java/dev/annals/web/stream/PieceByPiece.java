package dev.annals.web.stream;

import io.quarkus.logging.Log;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes pieces to a connection, asking for the next when the last has been handed to the network:
 * a client that stops reading holds one piece and nothing else.
 */
final class PieceByPiece implements Flow.Subscriber<Buffer> {

    private final HttpServerResponse response;
    private final Runnable afterwards;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Flow.Subscription subscription;

    /**
     * @param afterwards run once, when the stream is at its end or the client has left
     */
    PieceByPiece(HttpServerResponse response, Runnable afterwards) {
        this.response = response;
        this.afterwards = afterwards;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (over.get()) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(Buffer piece) {
        if (!over.get()) {
            response.write(piece).onComplete(this::written);
        }
    }

    private void written(AsyncResult<Void> written) {
        if (written.succeeded()) {
            subscription.request(1);
        } else {
            leave();
        }
    }

    @Override
    public void onError(Throwable failure) {
        Log.warnf("a stream broke off: %s", failure);
        if (over.compareAndSet(false, true)) {
            response.reset(); // the client shall see that this was not the end
            afterwards.run();
        }
    }

    @Override
    public void onComplete() {
        if (over.compareAndSet(false, true)) {
            response.end();
            afterwards.run();
        }
    }

    /** The client has left. */
    void leave() {
        if (over.compareAndSet(false, true)) {
            Flow.Subscription left = subscription;
            if (left != null) {
                left.cancel();
            }
            afterwards.run();
        }
    }
}
