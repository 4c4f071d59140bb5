package dev.annals.bench.suite.work;

import dev.annals.bench.suite.contest.Contest;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.report.Figure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Those peers that could be installed. */
public final class EventStores implements AutoCloseable {

    /** Makes a peer ready. */
    @FunctionalInterface
    public interface Installation {
        EventStore install() throws Exception;
    }

    /** Adds all that there are. */
    @FunctionalInterface
    public interface Installing {
        void addTo(EventStores stores) throws Exception;
    }

    private static final int LOADING_WRITERS = 8;
    private static final int LOADING_BATCH = 100;

    private final List<EventStore> all = new ArrayList<>();
    private final Duration turn;
    private final Installing installing;
    private boolean isInstalled;

    public EventStores(Duration turn, Installing installing) {
        this.turn = turn;
        this.installing = installing;
    }

    /** Adds a peer, or says why it is not there. */
    public void add(String name, Installation installation, Contest contest) {
        try {
            all.add(installation.install());
        } catch (Exception e) {
            contest.miss(name, e);
        }
    }

    /** Installs them the first time. */
    public List<EventStore> all() throws Exception {
        if (!isInstalled) {
            isInstalled = true;
            installing.addTo(this);
        }
        return List.copyOf(all);
    }

    /** Appends until there are so many events. */
    void load(EventStore store, long events) throws Exception {
        while (store.stored() < events) {
            store.append(LOADING_WRITERS, store.takesBatches() ? LOADING_BATCH : 1, turn);
        }
    }

    /** A turn of appends, after which the database must hold what was acknowledged. */
    Outcome append(EventStore store, int writers, int batch) throws Exception {
        long before = store.stored();
        EventStore.Appended appended = store.append(writers, batch, turn);
        Check.same("events of " + store.name(), before + appended.facts(), store.stored());
        return Outcome.of(Figure.FACTS_A_SECOND, appended.facts() / appended.seconds());
    }

    @Override
    public void close() throws IOException {
        for (EventStore store : all) {
            store.close();
        }
    }
}
