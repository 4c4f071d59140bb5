package dev.annals.queries;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the names of the organizations that offices belong to, each once and in order, as known at
 * a position. They have no table of their own: each page looks at all offices.
 */
@ApplicationScoped
public class Organizations {

    /** Their names have at most 500 characters each. */
    private static final int PAGE = 1_000;

    private static final String PAGE_AFTER =
            """
            select distinct o.organization from (
                select (description::json ->> 'organization') collate "C" as organization from entities
                where timeline = $1 and kind = 'office' and known_from <= $2 and known_until > $2
            ) o
            where o.organization > $3 order by o.organization limit $4
            """;

    private final Pool pool;

    Organizations(Pool pool) {
        this.pool = pool;
    }

    public Multi<List<String>> of(KnownAt known) {
        return Paged.all("", after -> page(known, after), Function.identity());
    }

    private Uni<Paged<String>> page(KnownAt known, String after) {
        return pool.preparedQuery(PAGE_AFTER)
                .execute(Tuple.of(known.timeline(), known.position(), after, PAGE))
                .map(Organizations::page);
    }

    private static Paged<String> page(RowSet<Row> rows) {
        List<String> names = new ArrayList<>(rows.size());
        rows.forEach(row -> names.add(row.getString(0)));
        return new Paged<>(names, names.size() < PAGE);
    }
}
