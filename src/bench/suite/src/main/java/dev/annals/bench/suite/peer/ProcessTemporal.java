package dev.annals.bench.suite.peer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.process.Peer;
import dev.annals.bench.suite.report.Figure;
import dev.annals.bench.suite.work.TemporalStore;
import java.io.IOException;
import java.time.Duration;

/**
 * One way to ask a temporal store that works in a process of its own, spared HTTP. It checks each
 * answer itself.
 *
 * @param way as the process calls it
 */
record ProcessTemporal(String name, String way, Peer peer) implements TemporalStore {

    @Override
    public Outcome holders(Duration duration) throws Exception {
        return ask(way, duration);
    }

    @Override
    public Outcome state(Duration duration) throws Exception {
        return ask("state", duration);
    }

    private Outcome ask(String order, Duration duration) throws Exception {
        JsonNode answer = peer.ask(order + " " + duration.toMillis());
        return Outcome.of(
                Figure.ANSWERS_A_SECOND,
                answer.get("answers").asLong() / answer.get("seconds").asDouble());
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
