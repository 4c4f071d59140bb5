package dev.annals.bench.suite.peer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.process.Peer;
import dev.annals.bench.suite.process.Postgres;
import dev.annals.bench.suite.report.Figure;
import dev.annals.bench.suite.work.Check;
import dev.annals.bench.suite.work.EventStore;
import dev.annals.bench.suite.work.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An event store that works in a process of its own, spared HTTP. */
final class ProcessStore implements EventStore {

    private final String name;
    private final String database;
    private final String count;
    private final Postgres postgres;
    private final Peer peer;

    private ProcessStore(String name, String database, String count, Postgres postgres, Peer peer) {
        this.name = name;
        this.database = database;
        this.count = count;
        this.postgres = postgres;
        this.peer = peer;
    }

    /**
     * @param count SQL that counts its events
     */
    static ProcessStore start(
            String name,
            String database,
            String count,
            Postgres postgres,
            List<String> command,
            Path log)
            throws Exception {
        postgres.makeDatabase(database);
        Map<String, String> settings =
                Map.of(
                        "BENCH_URL", postgres.url(database),
                        "BENCH_JDBC_URL", postgres.jdbcUrl(database),
                        "BENCH_FACT", Facts.json(0));
        return new ProcessStore(
                name, database, count, postgres, Peer.start(command, settings, log));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long stored() throws Exception {
        return postgres.count(database, count);
    }

    @Override
    public Appended append(int writers, int batch, Duration duration) throws Exception {
        JsonNode answer =
                peer.ask("append %d %d %d".formatted(writers, batch, duration.toMillis()));
        return new Appended(answer.get("facts").asLong(), answer.get("seconds").asDouble());
    }

    @Override
    public Outcome readAll() throws Exception {
        JsonNode answer = peer.ask("read");
        long facts = answer.get("facts").asLong();
        Check.same("events read by " + name, stored(), facts);
        return Outcome.of(Figure.FACTS_A_SECOND, facts / answer.get("seconds").asDouble());
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
