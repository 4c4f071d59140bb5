package dev.annals.bench.suite.work;

import static dev.annals.bench.suite.report.Figure.FACTS_A_SECOND;
import static dev.annals.bench.suite.report.Figure.P99_MICROS;

import dev.annals.bench.suite.contest.Contestant;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.contest.Work;
import dev.annals.bench.suite.load.HttpLoad;
import dev.annals.bench.suite.load.Requests;
import dev.annals.bench.suite.process.Pgbench;
import dev.annals.bench.suite.process.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Durable appends of single facts to one log with one order, each answered when it is safe. */
public final class Appends {

    public static final List<Integer> WRITERS = List.of(1, 8, 64, 256);

    private static final int WARM_UP_TURNS = 30;
    private static final int WARM_UP_WRITERS = 64;
    private static final String TIMELINE = "appends";

    private static final String TABLE =
            """
            create table facts (
                position bigint generated always as identity primary key,
                id uuid not null unique, type text not null, recorded_at timestamptz not null, json text not null
            )
            """;

    private static final String INSERT =
            """
            insert into facts (id, type, recorded_at, json)
            values (gen_random_uuid(), 'fact', now(), '%s') returning position;
            """;

    private final Stand stand;
    private final EventStores stores;
    private long sent;
    private boolean isWarm;

    public Appends(Stand stand, EventStores stores) {
        this.stand = stand;
        this.stores = stores;
    }

    /** The table that a bare insert goes into. */
    public static void makeTable(Connection connection) throws SQLException {
        Postgres.run(connection, TABLE);
    }

    /** So that no turn pays for compiling the services' code. */
    private void warmUp() throws Exception {
        stand.open(TIMELINE);
        for (int i = 0; i < WARM_UP_TURNS; i++) {
            annals(WARM_UP_WRITERS);
            bare(WARM_UP_WRITERS);
        }
    }

    public Work by(int writers) throws Exception {
        if (!isWarm) {
            isWarm = true;
            warmUp();
        }
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(Contestant.annals("Annals (HTTP)", () -> annals(writers)));
        Contestant bare = Contestant.limit("bare HTTP insert", () -> bare(writers));
        contestants.add(
                switch (writers) {
                    case 1 -> bare.mustReach(FACTS_A_SECOND, 0.7);
                    case 64 -> bare.mustReach(FACTS_A_SECOND, 1.2);
                    default -> bare;
                });
        contestants.add(Contestant.limit("pgbench insert (no HTTP)", () -> pgbench(writers)));
        for (EventStore store : stores.all()) {
            double ratio = writers == 64 && store.name().startsWith("message-db") ? 5 : 1;
            contestants.add(
                    Contestant.peer(store.name(), () -> append(store, writers))
                            .mustReach(FACTS_A_SECOND, ratio));
        }
        return new Work("appends of single facts, writers: " + writers, contestants);
    }

    private Outcome annals(int writers) throws Exception {
        return outcome(stand.append(TIMELINE, writers, 1, _ -> Facts.json(sent++)));
    }

    private Outcome bare(int writers) throws Exception {
        long before = stored("bare");
        HttpLoad.Result result =
                stand.load()
                        .run(
                                stand.bare().port(),
                                writers,
                                stand.form().turn(),
                                n -> Requests.post("/facts", Facts.json(n)));
        Check.same("rows of the bare insert", before + result.answers(), stored("bare"));
        return outcome(result);
    }

    private static Outcome outcome(HttpLoad.Result result) {
        return Outcome.of(FACTS_A_SECOND, result.rate()).and(P99_MICROS, result.p99Micros());
    }

    private Outcome pgbench(int writers) throws Exception {
        long before = stored("bare");
        Pgbench pgbench = new Pgbench(stand.postgres(), stand.programs().scratch());
        Pgbench.Result result =
                pgbench.run("bare", INSERT.formatted(Facts.json(0)), writers, stand.form().turn());
        Check.same("rows of pgbench", before + result.transactions(), stored("bare"));
        return Outcome.of(FACTS_A_SECOND, result.rate());
    }

    private long stored(String database) throws SQLException {
        return stand.postgres().count(database, "select count(*) from facts");
    }

    private Outcome append(EventStore store, int writers) throws Exception {
        return stores.append(store, writers, 1);
    }
}
