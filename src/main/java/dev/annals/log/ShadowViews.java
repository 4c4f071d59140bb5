package dev.annals.log;

import dev.annals.views.Views;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables of the same names and forms as the views, empty, in a schema of their own that the
 * connection looks into first: what it writes and reads of views from now on is there. Blocks.
 */
final class ShadowViews {

    private static final String SCHEMA = "annals_rebuild";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The tables of a schema have indexes and constraints of the same names as their models. */
    private static final String INDEXES =
            """
            select case when c.oid is null
                then replace(pg_get_indexdef(i.indexrelid), format(' ON %I.%I ', $1::text, t.relname),
                    format(' ON %I.%I ', $2::text, t.relname))
                else format('alter table %I.%I add constraint %I %s', $2::text, t.relname, c.conname,
                    pg_get_constraintdef(c.oid)) end
            from pg_index i
            join pg_class t on t.oid = i.indrelid
            left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = t.oid
            where t.relnamespace = $1::text::regnamespace and t.relname = any($3)
            """;

    private static final String OWNERS =
            """
            select format('alter table %I.%I owner to %I', $2::text, relname, pg_get_userbyid(relowner))
            from pg_class where relnamespace = $1::text::regnamespace and relname = any($3)
            """;

    private static final String GRANTS =
            """
            select format('grant %s on %I.%I to %s', g.privilege_type, $2::text, t.relname,
                case when g.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end)
            from pg_class t, aclexplode(t.relacl) g
            where t.relnamespace = $1::text::regnamespace and t.relname = any($3) and g.grantee <> t.relowner
            """;

    private final SqlConnection connection;
    private final String home;

    private ShadowViews(SqlConnection connection, String home) {
        this.connection = connection;
        this.home = home;
    }

    /** Of the views that the connection finds; there are none yet. */
    static ShadowViews of(SqlConnection connection) {
        String home =
                connection
                        .query("select current_schema()")
                        .executeAndAwait()
                        .iterator()
                        .next()
                        .getString(0);
        return new ShadowViews(connection, home);
    }

    /** Makes the tables anew; what an attempt that was broken off left goes. */
    void make() {
        drop();
        run("create schema " + SCHEMA);
        Views.TABLES.forEach(
                table ->
                        run(
                                "create table %s (like %s including all excluding indexes)"
                                        .formatted(its(table), old(table))));
        copy(OWNERS);
        copy(INDEXES);
        copy(GRANTS);
        run(
                "select set_config('search_path', '%s,' || current_setting('search_path'), false)"
                        .formatted(SCHEMA));
    }

    private String its(String table) {
        return SCHEMA + "." + table;
    }

    private String old(String table) {
        return quoted(home) + "." + table;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private void copy(String statements) {
        List<String> all = new ArrayList<>();
        connection
                .preparedQuery(statements)
                .executeAndAwait(Tuple.of(home, SCHEMA, Views.TABLES.toArray(String[]::new)))
                .forEach(row -> all.add(row.getString(0)));
        all.forEach(this::run);
    }

    private void run(String sql) {
        connection.query(sql).executeAndAwait();
    }

    /**
     * Within the transaction that is open.
     *
     * @return false if the lock was not to be had in time
     */
    boolean lockOutAppends() {
        return locked("timelines in exclusive mode");
    }

    /** As {@link #lockOutAppends}, but for those who read the views in use. */
    boolean lockOutQuestions() {
        return locked(String.join(", ", Views.TABLES.stream().map(this::old).toList()));
    }

    private boolean locked(String tables) {
        try {
            run("lock table " + tables);
            return true;
        } catch (PgException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSqlState())) {
                return false;
            }
            throw e;
        }
    }

    /** Puts the tables in the place of the views, within the transaction that is open. */
    void takeTheirPlace() {
        for (String table : Views.TABLES) {
            run("drop table " + old(table));
            run("alter table %s set schema %s".formatted(its(table), quoted(home)));
        }
    }

    /**
     * For each view, how many rows only it has, and how many only its shadow, within the
     * transaction that is open. Whole tables are compared.
     */
    Map<String, Rebuild.Difference> differences() {
        run("set local enable_seqscan = on");
        run("set local work_mem = '64MB'");
        Map<String, Rebuild.Difference> differences = new LinkedHashMap<>();
        for (String table : Views.TABLES) {
            Row row =
                    connection
                            .query(
                                    """
                                    select (select count(*) from (table %1$s except all table %2$s) l),
                                        (select count(*) from (table %2$s except all table %1$s) r)
                                    """
                                            .formatted(old(table), its(table)))
                            .executeAndAwait()
                            .iterator()
                            .next();
            differences.put(table, new Rebuild.Difference(row.getLong(0), row.getLong(1)));
        }
        return differences;
    }

    void drop() {
        run("drop schema if exists " + SCHEMA + " cascade");
    }
}
