package dev.annals.fire;

/**
 * A clock for the database that can be moved: a function that is found before PostgreSQL's own of
 * that name.
 */
final class WrongClock {

    static final String INSTALL =
            """
            create table clock_moved (seconds bigint not null);
            insert into clock_moved values (0);
            grant select on clock_moved to public;
            create function clock_timestamp() returns timestamptz language plpgsql volatile as $$
            begin
                return pg_catalog.clock_timestamp() + (select make_interval(secs => seconds) from public.clock_moved);
            end
            $$;
            alter database postgres set search_path = public, pg_catalog;
            """;

    /** The setting counts for new sessions. */
    static final String LET_ALL_CONNECT_ANEW =
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where backend_type = 'client backend' and pid <> pg_backend_pid()
            """;

    private WrongClock() {}
}
