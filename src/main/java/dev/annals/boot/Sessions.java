package dev.annals.boot;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What sessions of the service begin with, told to PostgreSQL as they connect: statements sent
 * afterwards could get lost.
 */
final class Sessions {

    /**
     * The role waits for the first migration; durability is never less than what is answered
     * promises.
     */
    private static final String ASK =
            """
            select to_regclass('facts') is not null,
                (select rolname from pg_roles
                    where rolname = 'annals_service' and pg_has_role(oid, 'member')
                        and has_table_privilege(oid, to_regclass('facts'), 'insert')),
                current_setting('synchronous_commit') in ('off', 'local')
            """;

    /**
     * A lane's lock is let go when its node falls silent in the middle of a commit, well before the
     * others give up; and who waits for it gives up before {@link Silence} leaves the wait to the
     * server alone. A time limit for statements would end a commit's wait for a standby, which
     * PostgreSQL calls a success. Every statement is written so that one plan is good for all its
     * parameters: to plan it for each takes up to ten times as long as to run it. A plan may be
     * made while a table is still empty, and kept while it fills: it reads through indexes alone,
     * one row after the other, in one process.
     */
    static final Map<String, String> ALWAYS =
            Map.ofEntries(
                    Map.entry("idle_in_transaction_session_timeout", "10s"),
                    Map.entry("statement_timeout", "0"),
                    Map.entry("lock_timeout", "12s"),
                    Map.entry("plan_cache_mode", "force_generic_plan"),
                    Map.entry("jit", "off"),
                    Map.entry("max_parallel_workers_per_gather", "0"),
                    Map.entry("enable_seqscan", "off"),
                    Map.entry("enable_bitmapscan", "off"),
                    Map.entry("enable_hashjoin", "off"),
                    Map.entry("enable_mergejoin", "off"),
                    Map.entry("enable_material", "off"),
                    Map.entry("enable_memoize", "off"),
                    Map.entry("client_min_messages", "warning"),
                    Map.entry("tcp_keepalives_idle", "10"),
                    Map.entry("tcp_user_timeout", "10s"));

    private final Vertx vertx;
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    Sessions(Vertx vertx) {
        this.vertx = vertx;
    }

    /** How to connect to a server; it is asked first until there is something to remember. */
    Future<PgConnectOptions> on(PgConnectOptions server) {
        Map<String, String> remembered = known.get(name(server));
        return (remembered == null ? ask(server) : Future.succeededFuture(remembered))
                .map(settings -> with(settings, server));
    }

    /** How the database's owner connects, whose rights a rebuild needs. */
    static PgConnectOptions ofOwner(PgConnectOptions server) {
        return with(ALWAYS, server);
    }

    private static String name(PgConnectOptions server) {
        return server.getHost() + ":" + server.getPort();
    }

    private static PgConnectOptions with(Map<String, String> settings, PgConnectOptions server) {
        PgConnectOptions options = new PgConnectOptions(server);
        settings.forEach(options::addProperty);
        return options;
    }

    private Future<Map<String, String>> ask(PgConnectOptions server) {
        return PgConnection.connect(vertx, server)
                .compose(
                        connection ->
                                connection
                                        .query(ASK)
                                        .execute()
                                        .map(rows -> settings(server, rows.iterator().next()))
                                        .onComplete(_ -> connection.close()));
    }

    private Map<String, String> settings(PgConnectOptions server, Row row) {
        Map<String, String> settings = new TreeMap<>(ALWAYS);
        if (row.getBoolean(2)) {
            settings.put("synchronous_commit", "on");
        }
        if (row.getString(1) != null) {
            settings.put("role", row.getString(1));
        }
        if (row.getBoolean(0)) {
            known.put(name(server), settings);
        }
        return settings;
    }
}
