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

    private final Stand stand;
    private final Pattern only;
    private final BiConsumer<Contest, Work> hold;

    private Programme(Stand stand, Pattern only, BiConsumer<Contest, Work> hold) {
        this.stand = stand;
        this.only = only;
        this.hold = hold;
    }

    public static void run(Stand stand, Pattern only, BiConsumer<Contest, Work> hold)
            throws Exception {
        try (EventStores stores = new EventStores(stand.form().turn())) {
            new Programme(stand, only, hold).appends(stores);
        }
    }

    private void appends(EventStores stores) throws Exception {
        Appends appends = new Appends(stand, stores);
        for (int writers : Appends.WRITERS) {
            hold("appends " + writers, () -> appends.by(writers));
        }
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
