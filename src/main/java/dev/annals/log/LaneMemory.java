package dev.annals.log;

import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.FactReader;
import dev.annals.json.Json;
import dev.annals.log.AppendMeters.Recall;
import dev.annals.views.WorkingSet;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a lane remembers from one commit to the next. What other nodes appended meanwhile is read
 * and folded; all is forgotten when a commit fails. Not thread-safe: a lane owns it.
 */
final class LaneMemory {

    /**
     * What is kept of one fact takes some 700 bytes: lanes may take a good quarter of the heap.
     * With much more, the collector would never come to rest.
     */
    private static final long HEAP_BYTES_PER_FACT = 2_500;

    /**
     * Beyond this size of the working set a lane forgets what it used longest ago, unless a single
     * commit needs more.
     */
    private static final long MOST_FACTS =
            Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_FACT, 50_000L, 2_000_000L);

    /** Of so many people the deaths are known before a lane starts over. */
    private static final int MOST_PEOPLE = 200_000;

    /** Who missed more starts over: most of it would be about what is not asked for. */
    private static final int MOST_MISSED = 2_000;

    private final AtomicLong ofAllLanes;
    private final AppendMeters meters;
    private long counted;
    private WorkingSet workingSet = new WorkingSet();
    private Optional<Head> knownAt = Optional.empty();

    /**
     * @param ofAllLanes how much the lanes of a node remember together: each counts its own in
     */
    LaneMemory(AtomicLong ofAllLanes, AppendMeters meters) {
        this.ofAllLanes = ofAllLanes;
        this.meters = meters;
    }

    /** Whether the lanes of a node together remember more than one may. */
    static boolean isTooMuch(AtomicLong ofAllLanes) {
        return ofAllLanes.get() > MOST_FACTS;
    }

    /** Starts over at the next commit. */
    void forget() {
        knownAt = Optional.empty();
        startOver();
        count();
    }

    private void count() {
        ofAllLanes.addAndGet(workingSet.size() - counted);
        counted = workingSet.size();
    }

    /** What is remembered, brought up to a head under whose lock the connection is. */
    Uni<WorkingSet> workingSetAt(Head current, SqlConnection connection) {
        Optional<Head> last = knownAt;
        knownAt = Optional.empty(); // until the commit
        workingSet = bounded(workingSet);
        if (last.isPresent() && last.get().hash().equals(current.hash())) {
            meters.recalled(Recall.KEPT);
            return Uni.createFrom().item(workingSet);
        }
        if (last.isEmpty() || !isNear(last.get(), current)) {
            meters.recalled(Recall.ANEW);
            return Uni.createFrom().item(startOver());
        }
        WorkingSet kept = workingSet;
        return catchUp(last.get(), current, connection)
                .invoke(set -> meters.recalled(set == kept ? Recall.CAUGHT_UP : Recall.ANEW));
    }

    /** What may be kept of a working set; all of it or a new one. */
    static WorkingSet bounded(WorkingSet workingSet) {
        workingSet.forgetBeyond(MOST_FACTS);
        return workingSet.people() > MOST_PEOPLE ? new WorkingSet() : workingSet;
    }

    private WorkingSet startOver() {
        workingSet = new WorkingSet();
        return workingSet;
    }

    private static boolean isNear(Head last, Head current) {
        long missed = current.position() - last.position();
        return missed >= 0 && missed <= MOST_MISSED;
    }

    private Uni<WorkingSet> catchUp(Head last, Head current, SqlConnection connection) {
        return LogReader.page(
                        connection,
                        current.timeline(),
                        LogFilter.NONE,
                        last.position() - 1,
                        current.position(),
                        MOST_MISSED + 1)
                .chain(
                        page ->
                                page.isLast() && isContinued(last, page.entries())
                                        ? fold(page.entries(), last, current, connection)
                                        : Uni.createFrom().item(this::startOver));
    }

    /** Another log may be as long as this one, after a fail-over for one: the hash tells. */
    private static boolean isContinued(Head last, List<LogEntry> facts) {
        return last.position() == 0
                || Json.parseOwn(facts.getFirst().json())
                        .get("hash")
                        .textValue()
                        .equals(last.hash());
    }

    private Uni<WorkingSet> fold(
            List<LogEntry> facts, Head last, Head current, SqlConnection connection) {
        List<RecordedFact> missed =
                facts.stream()
                        .filter(entry -> entry.position() > last.position())
                        .map(entry -> FactReader.recorded(entry.json()))
                        .toList();
        return missed.isEmpty()
                ? Uni.createFrom().item(this::startOver)
                : new Refold(connection, current.timeline(), workingSet)
                        .fold(missed)
                        .replaceWith(workingSet);
    }

    void committedAt(Head committed) {
        knownAt = Optional.of(committed);
        count();
    }
}
