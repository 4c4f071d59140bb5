package dev.annals.bench.suite.work;

import dev.annals.bench.suite.contest.Contest;
import dev.annals.bench.suite.contest.Work;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** All works, in order. What is not asked for is not prepared either. */
public final class Programme {

    /** Prepares a work; what cannot be prepared is told of. */
    @FunctionalInterface
    private interface Preparation {
        Work prepare() throws Exception;
    }

    /** Installs the peers that can be installed. */
    public interface Peering {
        Peering NONE =
                new Peering() {
                    @Override
                    public void addTo(EventStores stores) {}

                    @Override
                    public void addTo(TemporalStores stores) {}
                };

        void addTo(EventStores stores) throws Exception;

        void addTo(TemporalStores stores) throws Exception;
    }

    private final Stand stand;
    private final Pattern only;
    private final BiConsumer<Contest, Work> hold;

    private Programme(Stand stand, Pattern only, BiConsumer<Contest, Work> hold) {
        this.stand = stand;
        this.only = only;
        this.hold = hold;
    }

    /**
     * @param peers are installed when a work needs them
     */
    public static void run(Stand stand, Pattern only, BiConsumer<Contest, Work> hold, Peering peers)
            throws Exception {
        try (EventStores stores = new EventStores(stand.form().turn(), peers::addTo);
                TemporalStores temporal = new TemporalStores(peers::addTo)) {
            Programme programme = new Programme(stand, only, hold);
            programme.events(stores);
            programme.answers(temporal);
            programme.service();
        }
    }

    private void events(EventStores stores) {
        Appends appends = new Appends(stand, stores);
        for (int writers : Appends.WRITERS) {
            hold("appends " + writers, () -> appends.by(writers));
        }
        hold("batches", () -> new Batches(stand, stores).work());
        hold("catch-up", () -> new CatchUp(stand, stores).work());
    }

    private void answers(TemporalStores peers) {
        int small = stand.form().small();
        int large = stand.form().large();
        Holders holders = new Holders(stand, peers);
        hold("holder small", () -> holders.among(small));
        hold("holder large", () -> holders.among(large));
        hold("holder growth", holders::growth);
        States states = new States(stand, peers);
        hold("state large", () -> states.among(large));
        hold("state growth", states::growth);
        hold("pinned", states::pinned);
    }

    private void service() {
        FanOut fanOut = new FanOut(stand);
        for (int listeners : stand.form().listeners()) {
            hold("fan-out " + listeners, () -> fanOut.to(listeners));
            hold("replay " + listeners, () -> fanOut.replayTo(listeners));
        }
        Growth growth = new Growth(stand);
        hold("append growth", growth::ofLog);
        hold("append one office", growth::ofOneOffice);
        // Last of those that fill the database: nothing can be taken out of it again.
        Imports imports = new Imports(stand);
        hold("import of successions", imports::ofSuccessions);
        hold("import of a list", imports::ofList);
        hold("start", () -> new Start(stand).work());
    }

    private void hold(String name, Preparation preparation) {
        if (!only.matcher(name).find()) {
            return;
        }
        try {
            hold.accept(stand.contest(), preparation.prepare());
        } catch (Exception | AssertionError e) {
            stand.contest().miss(name, e);
        }
    }
}
