package dev.annals.boot;

import dev.annals.log.Primary;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
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

    /**
     * A lane's lock is let go when its node falls silent in the middle of a commit, well before the
     * others give up. A time limit of the operator's would end a commit's wait for a standby, which
     * PostgreSQL calls a success; and what is answered is durable, whatever the database's default.
     */
    private static final String TAKE_ROLE =
            """
            select set_config(name, value, false) from (values
                ('idle_in_transaction_session_timeout', '10s'),
                ('statement_timeout', '0'),
                ('tcp_keepalives_idle', '10'),
                ('tcp_user_timeout', '10s'),
                ('synchronous_commit', case when current_setting('synchronous_commit') in ('off', 'local')
                    then 'on' else current_setting('synchronous_commit') end)
            ) settings (name, value)
            union all
            select set_config('role', rolname, false) from pg_roles
            where rolname = 'annals_service' and pg_has_role(oid, 'member')
                and to_regclass('facts') is not null
                and has_table_privilege(oid, to_regclass('facts'), 'insert')
            """;

    /**
     * Longer than any statement takes. A connection that has been cut off without a word fails its
     * statement then, and whoever owns the transaction tries again on another one.
     */
    private static final int SILENCE_SECONDS = 15;

    /** One that is not in use goes before its silence could be mistaken. */
    private static final int IDLE_SECONDS = 10;

    private final Primary primary;

    RestrictedPool(Primary primary) {
        this.primary = primary;
    }

    @Override
    public Pool create(Input input) {
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        servers.forEach(
                server ->
                        server.setTcpKeepAlive(true)
                                .setReadIdleTimeout(SILENCE_SECONDS)
                                .setIdleTimeoutUnit(TimeUnit.SECONDS));
        primary.among(servers);
        return PgBuilder.pool()
                .with(
                        input.poolOptions()
                                .setIdleTimeout(IDLE_SECONDS)
                                .setIdleTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(() -> primary.find(input.vertx()).map(SqlConnectOptions.class::cast))
                .using(input.vertx())
                .withConnectHandler(RestrictedPool::takeRole)
                .build();
    }

    /** Closing hands the connection to the pool. */
    private static void takeRole(SqlConnection connection) {
        connection.query(TAKE_ROLE).execute().onComplete(_ -> connection.close());
    }
}
