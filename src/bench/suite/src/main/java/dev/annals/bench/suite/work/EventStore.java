package dev.annals.bench.suite.work;

import dev.annals.bench.suite.contest.Outcome;
import java.io.IOException;
import java.time.Duration;

/** A peer that keeps events. */
public interface EventStore extends AutoCloseable {

    String name();

    /** Of how many events its database says that they are in it. */
    long stored() throws Exception;

    /** How many were acknowledged, and how long it took. */
    record Appended(long facts, double seconds) {}

    /** Whether it takes more than one event in a transaction. */
    default boolean takesBatches() {
        return true;
    }

    Appended append(int writers, int batch, Duration duration) throws Exception;

    /** Reads all that was stored in its order, from the start. */
    Outcome readAll() throws Exception;

    @Override
    void close() throws IOException;
}
