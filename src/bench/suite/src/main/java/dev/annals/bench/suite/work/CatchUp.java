package dev.annals.bench.suite.work;

import static dev.annals.bench.suite.report.Figure.FACTS_A_SECOND;

import dev.annals.bench.suite.contest.Contestant;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.contest.Work;
import dev.annals.bench.suite.load.Audience;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Reading a log from its start, as somebody does who follows it. */
public final class CatchUp {

    private static final int PAGE = 1_000;
    private static final int WARM_UPS = 8;
    private static final String PAGE_OF_FACTS =
            "select position, json from facts where timeline = ? and position > ? order by position limit "
                    + PAGE;

    private final Stand stand;
    private final EventStores stores;

    public CatchUp(Stand stand, EventStores stores) {
        this.stand = stand;
        this.stores = stores;
    }

    public Work work() throws Exception {
        int facts = stand.form().large();
        String timeline = stand.timelineOf(facts);
        long key = stand.keyOf(timeline);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(
                Contestant.annals("Annals (events over HTTP)", () -> tail(timeline, facts)));
        contestants.add(
                Contestant.limit("keyset paging of " + PAGE + " (JDBC)", () -> paging(key, facts))
                        .mustReach(FACTS_A_SECOND, 0.5));
        for (EventStore store : stores.all()) {
            stores.load(store, stand.form().peer());
            contestants.add(
                    Contestant.peer(store.name(), store::readAll).mustReach(FACTS_A_SECOND, 1));
        }
        return new Work("catch-up from the start of " + facts + " facts", WARM_UPS, contestants);
    }

    private Outcome tail(String timeline, int facts) throws Exception {
        try (Audience one = new Audience(1, 0, facts)) {
            long startNanos = System.nanoTime();
            one.listen(stand.annals().port(), "/timelines/" + timeline + "/facts?after=0");
            return rate(facts, one.awaitAll() - startNanos);
        }
    }

    private Outcome paging(long key, int facts) throws Exception {
        try (Connection connection = stand.postgres().connect("annals");
                PreparedStatement page = connection.prepareStatement(PAGE_OF_FACTS)) {
            long startNanos = System.nanoTime();
            long position = 0;
            long read;
            do {
                page.setLong(1, key);
                page.setLong(2, position);
                read = 0;
                try (ResultSet rows = page.executeQuery()) {
                    while (rows.next()) {
                        read++;
                        Check.same("position", position + 1, rows.getLong(1));
                        position++;
                        rows.getString(2);
                    }
                }
            } while (read == PAGE);
            Check.same("facts read", facts, position);
            return rate(facts, System.nanoTime() - startNanos);
        }
    }

    private static Outcome rate(long facts, long nanos) {
        return Outcome.of(FACTS_A_SECOND, facts / (nanos / 1e9));
    }
}
