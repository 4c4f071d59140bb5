package dev.annals.log;

import io.quarkus.logging.Log;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells all nodes how far the logs reach, after the commits: a notification within a transaction
 * would let one commit of the whole database wait for the other. One statement at a time tells of
 * all that was committed meanwhile. A notice that is lost costs a poll's time, nothing else.
 */
final class Notices {

    private static final String NOTIFY =
            "select pg_notify('"
                    + Listener.CHANNEL
                    + "', t || ' ' || h) from unnest($1::int[], $2::bigint[]) as n (t, h)";

    private final Pool pool;
    private final Map<Integer, Long> heads = new HashMap<>();
    private boolean sending;

    Notices(Pool pool) {
        this.pool = pool;
    }

    void committed(int timeline, long head) {
        synchronized (this) {
            heads.put(timeline, head);
        }
        send();
    }

    private void send() {
        Tuple notices;
        synchronized (this) {
            if (sending || heads.isEmpty()) {
                return;
            }
            sending = true;
            notices =
                    Tuple.of(
                            heads.keySet().toArray(Integer[]::new),
                            heads.values().toArray(Long[]::new));
            heads.clear();
        }
        pool.preparedQuery(NOTIFY)
                .execute(notices)
                .subscribe()
                .with(
                        _ -> sent(),
                        failure -> {
                            Log.debugf("a notice was lost: %s", failure);
                            sent();
                        });
    }

    private void sent() {
        synchronized (this) {
            sending = false;
        }
        send();
    }
}
