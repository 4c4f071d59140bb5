package dev.annals.queries;

import dev.annals.domain.fact.EntityKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads all offices, people or places, page by page in order of slug, as known at a position. */
@ApplicationScoped
public class AllEntities {

    private static final int PAGE = 256;

    private static final String PAGE_AFTER =
            """
            with page as (
                select slug, label, description from entities
                where timeline = $1 and kind = $2 and known_from <= $3 and known_until > $3 and slug > $4
                order by slug limit $5
            ), measured as (
                select p.*, count(*) over () as choice,
                    sum(octet_length(description)) over
                        (order by slug rows unbounded preceding exclude current row) as bytes_before
                from page p
            )
            select slug, label, description, choice from measured
            where coalesce(bytes_before, 0) < $6 order by slug
            """;

    private final Pool pool;

    AllEntities(Pool pool) {
        this.pool = pool;
    }

    /** Pages bounded in rows, and to a mebibyte, which the last row may exceed. */
    public Multi<List<EntityRow>> of(KnownAt known, EntityKind kind) {
        return Paged.all("", after -> page(known, kind, after), EntityRow::slug);
    }

    private Uni<Paged<EntityRow>> page(KnownAt known, EntityKind kind, String after) {
        return pool.preparedQuery(PAGE_AFTER)
                .execute(
                        Tuple.of(known.timeline(), kind.word(), known.position(), after, PAGE)
                                .addLong((long) Paged.BYTES))
                .map(rows -> page(rows, kind));
    }

    private static Paged<EntityRow> page(RowSet<Row> rows, EntityKind kind) {
        List<EntityRow> entities = new ArrayList<>(rows.size());
        long choice = 0;
        for (Row row : rows) {
            entities.add(new EntityRow(kind, row.getString(0), row.getString(1), row.getString(2)));
            choice = row.getLong(3);
        }
        return new Paged<>(entities, choice < PAGE && choice == entities.size());
    }
}
