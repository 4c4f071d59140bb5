package dev.annals.log;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Subject;
import dev.annals.log.AppendOutcome.ConditionFailed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What of the log concerns some appends, so that they can be judged.
 *
 * @param facts whose ids they use or refer to, with their lineages
 * @param conflicts for each append, the positions that fail its condition
 */
record Concerned(KnownFacts facts, List<List<Long>> conflicts) {

    private static final String CONFLICTS =
            """
            select distinct position from touches
            where timeline = $1 and subject = any($2) and folded = any('{true,false}') and position > $3
            order by position limit $4
            """;

    /**
     * @param looksIdsUp whether to find out which facts the log holds already; if not, the database
     *     finds out when they are stored
     * @param lineages as known at the head
     */
    static Uni<Concerned> by(
            List<AppendRequest> requests,
            boolean looksIdsUp,
            LineageReader lineages,
            SqlClient client,
            Head head) {
        return Uni.combine()
                .all()
                .unis(lineages.byId(named(requests, looksIdsUp)), conflicts(requests, client, head))
                .with(
                        (named, conflicts) -> {
                            KnownFacts known = new KnownFacts();
                            named.forEach(known::learn);
                            return new Concerned(known, conflicts);
                        });
    }

    private static Set<UUID> named(List<AppendRequest> requests, boolean looksIdsUp) {
        Set<UUID> ids = new HashSet<>();
        for (AppendRequest request : requests) {
            for (Draft draft : request.drafts()) {
                if (looksIdsUp) {
                    ids.add(draft.id());
                }
                if (draft.fact() instanceof Fact.Amendment amendment) {
                    ids.add(amendment.fact());
                }
            }
        }
        return ids;
    }

    private static Uni<List<List<Long>>> conflicts(
            List<AppendRequest> requests, SqlClient client, Head head) {
        return Uni.join()
                .all(requests.stream().map(r -> conflicts(r, client, head)).toList())
                .andFailFast();
    }

    private static Uni<List<Long>> conflicts(AppendRequest request, SqlClient client, Head head) {
        if (request.condition().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Condition condition = request.condition().get();
        if (condition.subjects().isEmpty()) {
            return Uni.createFrom().item(Admission.positions(condition.after(), head.position()));
        }
        String[] subjects =
                condition.subjects().get().stream().map(Subject::toString).toArray(String[]::new);
        return client.preparedQuery(CONFLICTS)
                .execute(
                        Tuple.of(
                                head.timeline(), subjects, condition.after(), ConditionFailed.MOST))
                .map(Concerned::positions);
    }

    private static List<Long> positions(RowSet<Row> rows) {
        List<Long> positions = new ArrayList<>();
        rows.forEach(row -> positions.add(row.getLong(0)));
        return positions;
    }
}
