package dev.annals.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Appended facts as rows of the table {@code facts}. */
final class FactRows {

    private static final String INSERT =
            """
            insert into facts (timeline, position, id, type, root, earliest, latest, recorded_at, json)
            select $1, unnest($2::bigint[]), unnest($3::uuid[]), unnest($4::text[]), unnest($5::bigint[]),
                unnest($6::bigint[]), unnest($7::bigint[]), $8, unnest($9::text[])
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
                                .addArrayOfLong(
                                        column(
                                                rows,
                                                r -> r.fact().position(),
                                                new Long[rows.size()]))
                                .addArrayOfUUID(
                                        column(rows, r -> r.fact().id(), new UUID[rows.size()]))
                                .addArrayOfString(
                                        column(rows, LogRow::type, new String[rows.size()]))
                                .addArrayOfLong(
                                        column(
                                                rows,
                                                r -> r.root().orElse(null),
                                                new Long[rows.size()]))
                                .addArrayOfLong(
                                        column(rows, LogRow::earliest, new Long[rows.size()]))
                                .addArrayOfLong(column(rows, LogRow::latest, new Long[rows.size()]))
                                .addOffsetDateTime(head.recordedAt().atOffset(ZoneOffset.UTC))
                                .addArrayOfString(
                                        column(rows, LogRow::json, new String[rows.size()])));
    }

    private static <T> T[] column(List<LogRow> rows, Function<LogRow, T> column, T[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }
}
