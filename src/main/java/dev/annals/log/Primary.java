package dev.annals.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.util.List;

/**
 * Finds, among the servers that the operator has named, the one that takes writes. The others are
 * its standbys; one of them may be promoted in its place at any time.
 */
@Singleton
public class Primary {

    private static final int CONNECT_MILLIS = 2_000;
    private static final String IS_STANDBY = "select pg_is_in_recovery()";

    private volatile List<PgConnectOptions> servers = List.of();
    private volatile int lastFound;

    /**
     * @param named in the order to try them
     */
    public void among(List<PgConnectOptions> named) {
        named.forEach(server -> server.setConnectTimeout(CONNECT_MILLIS));
        servers = List.copyOf(named);
    }

    /** Where to connect to now. Fails if none of several servers takes writes; one is not asked. */
    public Future<PgConnectOptions> find(Vertx vertx) {
        return servers.size() == 1
                ? Future.succeededFuture(servers.getFirst())
                : find(vertx, lastFound, 0);
    }

    private Future<PgConnectOptions> find(Vertx vertx, int index, int tried) {
        if (tried == servers.size()) {
            return Future.failedFuture(
                    new ConnectException("none of " + tried + " servers takes writes"));
        }
        int next = (index + 1) % servers.size();
        return takesWrites(vertx, servers.get(index))
                .compose(takes -> takes ? found(index) : find(vertx, next, tried + 1));
    }

    private Future<PgConnectOptions> found(int index) {
        lastFound = index;
        return Future.succeededFuture(servers.get(index));
    }

    private static Future<Boolean> takesWrites(Vertx vertx, PgConnectOptions server) {
        return PgConnection.connect(vertx, server)
                .compose(
                        connection ->
                                connection
                                        .query(IS_STANDBY)
                                        .execute()
                                        .map(rows -> !rows.iterator().next().getBoolean(0))
                                        .onComplete(_ -> connection.close()))
                .otherwise(false);
    }
}
