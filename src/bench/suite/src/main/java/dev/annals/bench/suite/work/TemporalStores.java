package dev.annals.bench.suite.work;

import dev.annals.bench.suite.contest.Contest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Those peers that answer for dates and could be installed. */
public final class TemporalStores implements AutoCloseable {

    /** Makes a peer ready, for each way to ask it. */
    @FunctionalInterface
    public interface Installation {
        List<? extends TemporalStore> install() throws Exception;
    }

    /** Adds all that there are. */
    @FunctionalInterface
    public interface Installing {
        void addTo(TemporalStores stores) throws Exception;
    }

    private final List<TemporalStore> all = new ArrayList<>();
    private final Installing installing;
    private boolean isInstalled;

    public TemporalStores(Installing installing) {
        this.installing = installing;
    }

    /** Adds a peer, or says why it is not there. */
    public void add(String name, Installation installation, Contest contest) {
        try {
            all.addAll(installation.install());
        } catch (Exception e) {
            contest.miss(name, e);
        }
    }

    /** Installs them the first time. */
    public List<TemporalStore> all() throws Exception {
        if (!isInstalled) {
            isInstalled = true;
            installing.addTo(this);
        }
        return List.copyOf(all);
    }

    @Override
    public void close() throws IOException {
        for (TemporalStore store : all) {
            store.close();
        }
    }
}
