package dev.annals.log;

import io.quarkus.logging.Log;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells all nodes how far the logs reach, after the commits: a notification within a transaction
 * would let one commit of the whole database wait for the other. The first is sent at once, and the
 * next tells of all that was committed meanwhile. A notice that is lost costs a poll's time,
 * nothing else.
 */
final class Notices {

    /**
     * What is told is on disk already: that it was told needs no flush, and no standby, to wait.
     */
    private static final String NOTIFY =
            """
            with told as materialized (select set_config('synchronous_commit', 'off', true))
            select pg_notify('%s', t || ' ' || h) from told, unnest($1::int[], $2::bigint[]) as n (t, h)
            """
                    .formatted(Listener.CHANNEL);

    /** So long another node may hear later; in between the database has its time for commits. */
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(5);

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
                .onFailure()
                .invoke(failure -> Log.debugf("a notice was lost: %s", failure))
                .onItemOrFailure()
                .transform((_, _) -> null)
                .onItem()
                .delayIt()
                .by(AT_MOST_EVERY)
                .subscribe()
                .with(_ -> sent());
    }

    private void sent() {
        synchronized (this) {
            sending = false;
        }
        send();
    }
}
