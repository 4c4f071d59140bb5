package dev.annals.bench.peers;

import java.util.List;

/** An event store, used as its own documentation does. */
interface EventPeer {

    /** Writes to one stream. */
    @FunctionalInterface
    interface Writer {
        /** Returns when the events are safe. */
        void append(List<String> facts) throws Exception;
    }

    Writer writer(int number);

    /**
     * Reads all events in the order of the log.
     *
     * @return how many
     */
    long readAll() throws Exception;
}
