package dev.annals.log;

import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.util.function.Consumer;

/**
 * A connection that listens to what other nodes commit. It is asked for a sign of life every
 * second: one that has been lost without a word is replaced.
 */
final class Listener {

    static final String CHANNEL = "annals";

    private static final long CHECK_MILLIS = 1_000;
    private static final long RECONNECT_MILLIS = 300;

    private final Vertx vertx;
    private final Primary primary;
    private final Consumer<String> heard;
    private final Runnable missed;
    private PgConnection connection;
    private boolean isAnswering;
    private boolean stopped;
    private long check;

    /**
     * @param heard told the payload of each notification
     * @param missed told whenever listening has begun: what was said before was not heard
     */
    Listener(Vertx vertx, Primary primary, Consumer<String> heard, Runnable missed) {
        this.vertx = vertx;
        this.primary = primary;
        this.heard = heard;
        this.missed = missed;
    }

    void start() {
        check = vertx.setPeriodic(CHECK_MILLIS, _ -> check());
        connect();
    }

    synchronized boolean isListening() {
        return connection != null;
    }

    synchronized void stop() {
        stopped = true;
        vertx.cancelTimer(check);
        if (connection != null) {
            connection.close();
        }
    }

    private void connect() {
        primary.find(vertx)
                .compose(server -> PgConnection.connect(vertx, server))
                .compose(
                        connected ->
                                connected
                                        .query("listen " + CHANNEL)
                                        .execute()
                                        .onFailure(_ -> connected.close())
                                        .map(connected))
                .onSuccess(this::listen)
                .onFailure(this::notConnected);
    }

    private synchronized void listen(PgConnection listening) {
        if (stopped) {
            listening.close();
            return;
        }
        connection = listening;
        isAnswering = true;
        listening.notificationHandler(notification -> heard.accept(notification.getPayload()));
        listening.closeHandler(_ -> lost(listening, "it was closed"));
        missed.run();
    }

    private synchronized void notConnected(Throwable failure) {
        if (!stopped) {
            Log.debugf("not listening to other nodes: %s", failure);
            vertx.setTimer(RECONNECT_MILLIS, _ -> connect());
        }
    }

    private synchronized void lost(PgConnection listening, String reason) {
        if (connection == listening && !stopped) {
            Log.warnf("the connection that listens to other nodes is lost: %s", reason);
            connection = null;
            connect();
        }
    }

    private synchronized void check() {
        if (connection == null) {
            return;
        }
        PgConnection checked = connection;
        if (isAnswering) {
            isAnswering = false;
            checked.query("select").execute().onSuccess(_ -> answered(checked));
        } else {
            lost(checked, "no sign of life");
            checked.close();
        }
    }

    private synchronized void answered(PgConnection checked) {
        isAnswering |= checked == connection;
    }
}
