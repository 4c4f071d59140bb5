package dev.annals.boot;

import dev.annals.log.Primary;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the pool that the whole service works with. Its connections lead to the primary, take the
 * role that has no right to change facts, where there is one, and end when the database falls
 * silent.
 */
@Singleton
public class RestrictedPool implements PgPoolCreator {

    /** A connection that is not in use goes before its {@link Silence} could be mistaken. */
    private static final int IDLE_SECONDS = 10;

    /** Who would wait behind so many, or for so long, is told at once. */
    private static final int MOST_WAITING = 2_000;

    private static final int LONGEST_WAIT_SECONDS = 10;

    private final Primary primary;

    RestrictedPool(Primary primary) {
        this.primary = primary;
    }

    @Override
    public Pool create(Input input) {
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        servers.forEach(server -> server.setTcpKeepAlive(true));
        primary.among(servers);
        Sessions sessions = new Sessions(input.vertx());
        PoolOptions bounded =
                new PoolOptions(input.poolOptions())
                        .setIdleTimeout(IDLE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setMaxWaitQueueSize(MOST_WAITING)
                        .setConnectionTimeout(LONGEST_WAIT_SECONDS)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(bounded)
                .connectingTo(
                        () ->
                                primary.find(input.vertx())
                                        .compose(sessions::on)
                                        .map(SqlConnectOptions.class::cast))
                .using(input.vertx())
                .build();
    }
}
