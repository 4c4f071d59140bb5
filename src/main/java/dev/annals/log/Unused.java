package dev.annals.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Ids that no fact of a timeline had when its log was so long. Ids are never freed, so only what
 * was appended since has to be looked at before they are used.
 *
 * @param asOf the position of the last fact then
 */
public record Unused(Set<UUID> ids, long asOf) {

    private static final String USED =
            """
            select t.head, array(
                select f.id from unnest($2::uuid[]) as named (id) cross join lateral (
                    select id from facts where timeline = t.key and id = named.id offset 0
                ) f
            ) from timelines t where t.id = $1
            """;

    private static final String SINCE =
            "select id from facts where timeline = $1 and position > $2 and position <= $3";

    /** With more facts since, it costs less to look all ids up. */
    private static final long MOST_SINCE = 20_000;

    /**
     * @return empty if there is no such timeline
     */
    static Uni<Optional<Unused>> of(SqlClient client, String timeline, Set<UUID> ids) {
        return client.preparedQuery(USED)
                .execute(Tuple.of(timeline, ids.toArray(UUID[]::new)))
                .map(
                        rows ->
                                rows.size() == 0
                                        ? Optional.empty()
                                        : Optional.of(of(rows.iterator().next(), ids)));
    }

    private static Unused of(Row row, Set<UUID> ids) {
        Set<UUID> unused = new HashSet<>(ids);
        for (UUID used : row.getArrayOfUUIDs(1)) {
            unused.remove(used);
        }
        return new Unused(unused, row.getLong(0));
    }

    /** Those of some appends' ids that no fact has at the head. */
    static Uni<Set<UUID>> atHead(List<AppendRequest> requests, SqlClient client, Head head) {
        Set<UUID> unused = new HashSet<>();
        long since = head.position();
        for (AppendRequest request : requests) {
            if (request.unused().filter(known -> known.isNear(head)).isPresent()) {
                unused.addAll(request.unused().get().ids());
                since = Math.min(since, request.unused().get().asOf());
            }
        }
        return unused.isEmpty() || since == head.position()
                ? Uni.createFrom().item(unused)
                : client.preparedQuery(SINCE)
                        .execute(Tuple.of(head.timeline(), since, head.position()))
                        .map(rows -> without(rows, unused));
    }

    private boolean isNear(Head head) {
        long since = head.position() - asOf;
        return since >= 0 && since <= MOST_SINCE;
    }

    private static Set<UUID> without(RowSet<Row> used, Set<UUID> unused) {
        used.forEach(row -> unused.remove(row.getUUID(0)));
        return unused;
    }
}
