package dev.annals.bench.suite.work;

import dev.annals.bench.suite.contest.Outcome;
import java.io.IOException;
import java.time.Duration;

/** A peer that answers for any date as known at any moment, loaded with the same tenures. */
public interface TemporalStore extends AutoCloseable {

    String name();

    /** Asks for holders of offices, each time another, and checks each answer. */
    Outcome holders(Duration duration) throws Exception;

    /** Asks for the holders of all offices, on another day each time. */
    Outcome state(Duration duration) throws Exception;

    @Override
    void close() throws IOException;
}
