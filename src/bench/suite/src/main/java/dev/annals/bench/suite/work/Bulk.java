package dev.annals.bench.suite.work;

import static dev.annals.bench.suite.report.Figure.FACTS_A_SECOND;

import dev.annals.bench.suite.contest.Contestant;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.contest.Work;
import dev.annals.bench.suite.load.HttpLoad;
import dev.annals.bench.suite.load.Requests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Many facts at once, the views of all of them included. */
public final class Bulk {

    private static final int BATCH = 100;
    private static final int WRITERS = 8;
    private static final int IMPORTED_BATCH = 4_000;
    private static final double PROMISED = 20_000;
    private static final String TIMELINE = "batches";

    private final Stand stand;
    private final EventStores stores;
    private long sent;
    private int imports;

    public Bulk(Stand stand, EventStores stores) {
        this.stand = stand;
        this.stores = stores;
    }

    public Work batches() throws Exception {
        stand.open(TIMELINE);
        LogCopy copy = copyOf(stand.form().small());
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(Contestant.annals("Annals (HTTP), writers: " + WRITERS, this::annals));
        contestants.add(
                Contestant.limit(
                        "unnest, one connection", () -> unnest(copy, stand.form().small(), BATCH)));
        for (EventStore store : stores.all()) {
            if (store.takesBatches()) {
                contestants.add(
                        Contestant.peer(store.name(), () -> stores.append(store, WRITERS, BATCH))
                                .mustReach(FACTS_A_SECOND, 1));
            }
        }
        return new Work("batches of " + BATCH, contestants);
    }

    private Outcome annals() throws Exception {
        long before = stand.head(TIMELINE);
        HttpLoad.Result result =
                stand.load()
                        .run(
                                stand.annals().port(),
                                WRITERS,
                                stand.form().turn(),
                                _ -> {
                                    String batch = Facts.batch(sent, BATCH);
                                    sent += BATCH;
                                    return Requests.post(
                                            "/timelines/" + TIMELINE + "/facts", batch);
                                });
        Check.same("facts of Annals", before + result.answers() * BATCH, stand.head(TIMELINE));
        return Outcome.of(FACTS_A_SECOND, result.rate() * BATCH);
    }

    public Work imports() throws Exception {
        long facts = stand.form().large();
        LogCopy copy = copyOf(facts);
        return new Work(
                "import of " + facts + " facts",
                List.of(
                        Contestant.annals("Annals (HTTP)", () -> imported(facts)),
                        Contestant.limit("COPY", () -> rate(facts, copy.copySeconds(facts)))
                                .mustReach(FACTS_A_SECOND, 0.3),
                        Contestant.limit(
                                "unnest of " + IMPORTED_BATCH,
                                () -> unnest(copy, facts, IMPORTED_BATCH)),
                        Contestant.limit("promised", () -> Outcome.of(FACTS_A_SECOND, PROMISED))
                                .mustReach(FACTS_A_SECOND, 1)));
    }

    private LogCopy copyOf(long facts) throws Exception {
        return new LogCopy(stand.postgres(), stand.keyOf(stand.timelineOf(facts)));
    }

    private Outcome imported(long facts) throws Exception {
        Path file = stand.fileOf(facts);
        String timeline = "imported-" + imports++;
        stand.open(timeline);
        long startNanos = System.nanoTime();
        stand.importFile(timeline, file, facts);
        return rate(facts, (System.nanoTime() - startNanos) / 1e9);
    }

    private static Outcome unnest(LogCopy copy, long facts, int batch) throws Exception {
        return rate(facts, copy.unnestSeconds(facts, batch));
    }

    private static Outcome rate(long facts, double seconds) {
        return Outcome.of(FACTS_A_SECOND, facts / seconds);
    }
}
