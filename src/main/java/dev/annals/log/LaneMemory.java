package dev.annals.log;

import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.FactReader;
import dev.annals.json.Json;
import dev.annals.views.WorkingSet;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a lane remembers from one commit to the next. What other nodes appended meanwhile is read
 * and folded; all is forgotten when a commit fails. Not thread-safe: a lane owns it.
 */
final class LaneMemory {

    /** Beyond this many facts a lane starts over, unless a single commit needs more. */
    private static final long MOST_FACTS = 200_000;

    /** Who missed more starts over: most of it would be about what is not asked for. */
    private static final long MOST_MISSED = 2_000;

    private static final String MISSED =
            "select json from facts where timeline = $1 and position >= $2 and position <= $3 order by position";

    private WorkingSet workingSet = new WorkingSet();
    private Optional<Head> knownAt = Optional.empty();
    private long mostFacts = MOST_FACTS;

    /** What is remembered, brought up to a head under whose lock the connection is. */
    Uni<WorkingSet> workingSetAt(Head current, SqlConnection connection) {
        Optional<Head> last = knownAt.filter(_ -> workingSet.size() <= mostFacts);
        knownAt = Optional.empty(); // until the commit
        if (last.isEmpty() || !isNear(last.get(), current)) {
            return Uni.createFrom().item(this::startOver);
        }
        return last.get().hash().equals(current.hash())
                ? Uni.createFrom().item(workingSet)
                : catchUp(last.get(), current, connection);
    }

    private WorkingSet startOver() {
        workingSet = new WorkingSet();
        mostFacts = 0;
        return workingSet;
    }

    private static boolean isNear(Head last, Head current) {
        long missed = current.position() - last.position();
        return missed >= 0 && missed <= MOST_MISSED;
    }

    private Uni<WorkingSet> catchUp(Head last, Head current, SqlConnection connection) {
        return connection
                .preparedQuery(MISSED)
                .execute(Tuple.of(current.timeline(), last.position(), current.position()))
                .chain(
                        rows -> {
                            List<String> facts = texts(rows);
                            return isContinued(last, facts)
                                    ? fold(facts, last, current, connection)
                                    : Uni.createFrom().item(this::startOver);
                        });
    }

    private static List<String> texts(RowSet<Row> rows) {
        List<String> texts = new ArrayList<>(rows.size());
        rows.forEach(row -> texts.add(row.getString(0)));
        return texts;
    }

    /** Another log may be as long as this one, after a fail-over for one: the hash tells. */
    private static boolean isContinued(Head last, List<String> facts) {
        return last.position() == 0
                || Json.parseOwn(facts.getFirst()).get("hash").textValue().equals(last.hash());
    }

    private Uni<WorkingSet> fold(
            List<String> facts, Head last, Head current, SqlConnection connection) {
        List<RecordedFact> missed =
                facts.stream()
                        .map(FactReader::recorded)
                        .filter(fact -> fact.position() > last.position())
                        .toList();
        return missed.isEmpty()
                ? Uni.createFrom().item(this::startOver)
                : new Refold(connection, current.timeline(), workingSet)
                        .fold(missed)
                        .replaceWith(workingSet);
    }

    void committedAt(Head committed) {
        knownAt = Optional.of(committed);
        mostFacts = mostFacts == 0 ? Math.max(MOST_FACTS, 2 * workingSet.size()) : mostFacts;
    }
}
