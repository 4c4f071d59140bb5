package dev.annals.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Opens, renames and finds timelines. */
@ApplicationScoped
public class Timelines {

    /** A row that an insert has just made has no older version that was deleted: xmax says so. */
    private static final String OPEN =
            """
            insert into timelines (id, title, description) values ($1, $2, $3)
            on conflict (id) do update set title = excluded.title, description = excluded.description
            returning xmax = 0
            """;

    private static final String FIND =
            "select key, id, title, description, head, recorded_at, hash from timelines where id = $1";

    private final Pool pool;

    Timelines(Pool pool) {
        this.pool = pool;
    }

    /**
     * Opens a timeline, or gives the one that has this id a new title and description.
     *
     * @return whether it is new
     */
    public Uni<Boolean> open(String id, String title, Optional<String> description) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(id, title, description.orElse(null)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    public Uni<Optional<Timeline>> find(String id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(
                        rows ->
                                rows.size() == 0
                                        ? Optional.empty()
                                        : Optional.of(timeline(rows.iterator().next())));
    }

    private static Timeline timeline(Row row) {
        return new Timeline(
                row.getInteger(0),
                row.getString(1),
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                row.getLong(4),
                Optional.ofNullable(row.getOffsetDateTime(5)).map(OffsetDateTime::toInstant),
                row.getString(6));
    }
}
