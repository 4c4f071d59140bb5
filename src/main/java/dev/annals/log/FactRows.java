package dev.annals.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Appended facts as rows of the table {@code facts}. */
final class FactRows {

    private static final String INSERT =
            """
            insert into facts (timeline, position, id, type, root, earliest, latest, recorded_at, json)
            select $1, p, i, t, r, e, l, $8, j
            from unnest($2::bigint[], $3::uuid[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $9::text[])
                as f (p, i, t, r, e, l, j)
            """;

    private FactRows() {}

    /**
     * @param head with these rows, which were all recorded at once
     */
    static Uni<?> insert(SqlConnection connection, Head head, List<LogRow> rows) {
        return connection
                .preparedQuery(INSERT)
                .execute(
                        Tuple.tuple()
                                .addInteger(head.timeline())
                                .addArrayOfLong(column(rows, r -> r.fact().position(), Long[]::new))
                                .addArrayOfUUID(column(rows, r -> r.fact().id(), UUID[]::new))
                                .addArrayOfString(column(rows, LogRow::type, String[]::new))
                                .addArrayOfLong(
                                        column(rows, r -> r.root().orElse(null), Long[]::new))
                                .addArrayOfLong(column(rows, LogRow::earliest, Long[]::new))
                                .addArrayOfLong(column(rows, LogRow::latest, Long[]::new))
                                .addOffsetDateTime(head.recordedAt().atOffset(ZoneOffset.UTC))
                                .addArrayOfString(column(rows, LogRow::json, String[]::new)));
    }

    private static <T> T[] column(
            List<LogRow> rows, Function<LogRow, T> column, IntFunction<T[]> array) {
        return rows.stream().map(column).toArray(array);
    }
}
