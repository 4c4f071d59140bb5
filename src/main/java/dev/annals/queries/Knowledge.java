package dev.annals.queries;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Finds the position of a log that a question is asked at. */
@ApplicationScoped
public class Knowledge {

    /** The timeline by itself ("offset 0" keeps it so), before anything is looked up for it. */
    private static final String FIND =
            """
            select t.key, t.id, t.head, k.position, f.recorded_at
            from (select * from timelines where id = $1 offset 0) t
            cross join lateral (
                select case when $3::timestamptz is null then coalesce($2::bigint, t.head)
                    else position_at(t.key, t.head, $3::timestamptz) end as position
            ) k
            left join facts f on f.timeline = t.key and f.position = k.position
            """;

    private static final int MOST_REMEMBERED = 20_000;

    private record Pin(String timeline, long position) {}

    private final Cache<Pin, KnownAt> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final Pool pool;

    Knowledge(Pool pool) {
        this.pool = pool;
    }

    /** Empty if there is no such timeline; a position past the head is given back as it is. */
    public Uni<Optional<KnownAt>> find(String timeline, Asked asked) {
        Long position = asked instanceof Asked.AtPosition at ? at.position() : null;
        OffsetDateTime instant =
                asked instanceof Asked.AtInstant at ? at.instant().atOffset(ZoneOffset.UTC) : null;
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(timeline, position, instant))
                .map(Knowledge::known)
                .invoke(found -> found.ifPresent(this::remember));
    }

    /** What was found for this position before, with the head as it was then. */
    public Optional<KnownAt> remembered(String timeline, Asked.AtPosition asked) {
        return Optional.ofNullable(remembered.getIfPresent(new Pin(timeline, asked.position())));
    }

    private void remember(KnownAt known) {
        if (known.position() <= known.head()) {
            remembered.put(new Pin(known.id(), known.position()), known);
        }
    }

    private static Optional<KnownAt> known(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(
                new KnownAt(
                        row.getInteger(0),
                        row.getString(1),
                        row.getLong(3),
                        Optional.ofNullable(row.getOffsetDateTime(4))
                                .map(OffsetDateTime::toInstant),
                        row.getLong(2)));
    }
}
