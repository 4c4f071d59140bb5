package dev.annals.boot;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets every connection take the role that has no right to change facts, where there is one. */
@Singleton
public class RestrictedPool implements PgPoolCreator {

    private static final String TAKE_ROLE =
            """
            select set_config('idle_in_transaction_session_timeout', '60s', false),
                set_config('tcp_keepalives_idle', '30', false)
            union all
            select set_config('role', rolname, false), '' from pg_roles
            where rolname = 'annals_service' and pg_has_role(oid, 'member')
                and to_regclass('facts') is not null
                and has_table_privilege(oid, to_regclass('facts'), 'insert')
            """;

    /** Who would wait behind so many, or for so long, is told at once. */
    private static final int MOST_WAITING = 2_000;

    private static final int LONGEST_WAIT_SECONDS = 10;

    @Override
    public Pool create(Input input) {
        PoolOptions bounded =
                new PoolOptions(input.poolOptions())
                        .setMaxWaitQueueSize(MOST_WAITING)
                        .setConnectionTimeout(LONGEST_WAIT_SECONDS)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(bounded)
                .connectingTo(options(input.pgConnectOptionsList()))
                .using(input.vertx())
                .withConnectHandler(RestrictedPool::takeRole)
                .build();
    }

    /** A database that vanishes is noticed even where no packet says so. */
    private static List<SqlConnectOptions> options(List<PgConnectOptions> databases) {
        databases.forEach(database -> database.setTcpKeepAlive(true));
        return List.copyOf(databases);
    }

    /** Closing hands the connection to the pool. */
    private static void takeRole(SqlConnection connection) {
        connection.query(TAKE_ROLE).execute().onComplete(_ -> connection.close());
    }
}
