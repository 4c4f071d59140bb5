package dev.annals.bench.suite.work;

import static dev.annals.bench.suite.report.Figure.FACTS_A_SECOND;

import dev.annals.bench.suite.contest.Contestant;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.contest.Work;
import dev.annals.bench.suite.load.HttpLoad;
import java.util.ArrayList;
import java.util.List;

/** Batches of facts, each safe and all its views made when it is answered. */
public final class Batches {

    private static final int BATCH = 100;
    private static final int WRITERS = 8;
    private static final int WARM_UPS = 4;
    private static final String TIMELINE = "batches";

    private final Stand stand;
    private final EventStores stores;
    private long sent;

    public Batches(Stand stand, EventStores stores) {
        this.stand = stand;
        this.stores = stores;
    }

    public Work work() throws Exception {
        stand.open(TIMELINE);
        LogCopy copy = LogCopy.of(stand, stand.timelineOf(stand.form().small()));
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(Contestant.annals("Annals (HTTP), writers: " + WRITERS, this::annals));
        contestants.add(
                Contestant.limit(
                        "unnest, one connection", () -> unnest(copy, stand.form().small())));
        for (EventStore store : stores.all()) {
            if (store.takesBatches()) {
                contestants.add(
                        Contestant.peer(store.name(), () -> stores.append(store, WRITERS, BATCH))
                                .mustReach(FACTS_A_SECOND, 1));
            }
        }
        return new Work("batches of " + BATCH, WARM_UPS, contestants);
    }

    private Outcome annals() throws Exception {
        HttpLoad.Result result = stand.append(TIMELINE, WRITERS, BATCH, _ -> batch());
        return Outcome.of(FACTS_A_SECOND, result.rate() * BATCH);
    }

    private String batch() {
        String batch = Facts.batch(sent, BATCH);
        sent += BATCH;
        return batch;
    }

    private static Outcome unnest(LogCopy copy, long facts) throws Exception {
        return Outcome.of(FACTS_A_SECOND, facts / copy.unnestSeconds(facts, BATCH));
    }
}
