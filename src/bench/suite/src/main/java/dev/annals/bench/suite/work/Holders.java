package dev.annals.bench.suite.work;

import static dev.annals.bench.suite.report.Figure.ANSWERS_A_SECOND;
import static dev.annals.bench.suite.report.Figure.P50_MICROS;
import static dev.annals.bench.suite.report.Figure.P99_MICROS;

import dev.annals.bench.suite.contest.Contestant;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.contest.Work;
import dev.annals.bench.suite.load.Exchange;
import dev.annals.bench.suite.load.HttpLoad;
import dev.annals.bench.suite.load.Requests;
import dev.annals.bench.suite.process.Pgbench;
import dev.annals.bench.suite.process.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;

/** Who held an office on a date, as known at a position; another question each time. */
public final class Holders {

    static final int CLIENTS = 32;

    private static final int WARM_UPS = 8;

    private static final double MOST_GROWTH = 1.3;

    private static final String MAKE_SPANS =
            """
            create extension if not exists btree_gist;
            drop table if exists held;
            create table held as
                select office, person, facts, int8range(begin_earliest, end_latest) as valid,
                    int8range(known_from, known_until) as known
                from spans where timeline = %d and kind = 'tenure';
            create index on held using gist (office, valid, known);
            vacuum analyze held;
            """;

    private static final String SQL =
            """
            \\set office random(0, %d)
            \\set day %d + random(0, %d)
            select person, facts from held
            where office = 'office-' || :office and valid @> (:day)::bigint and known @> %d::bigint;
            """;

    private final Stand stand;
    private final TemporalStores peers;
    private final Random random = new Random(6);
    private boolean hasAnswers;
    private String held = "";

    public Holders(Stand stand, TemporalStores peers) {
        this.stand = stand;
        this.peers = peers;
    }

    public Work among(int facts) throws Exception {
        String timeline = stand.timelineOf(facts);
        makeAnswers(timeline);
        makeSpans(timeline);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(Contestant.annals("Annals (HTTP)", () -> annals(timeline, facts)));
        contestants.add(
                Contestant.limit("bare HTTP point select", this::bare)
                        .mustReach(ANSWERS_A_SECOND, 0.8));
        contestants.add(Contestant.limit("SQL by pgbench (no HTTP)", () -> sql(timeline, facts)));
        for (TemporalStore peer : peers.all()) {
            contestants.add(
                    Contestant.peer(peer.name(), () -> peer.holders(stand.form().turn()))
                            .mustReach(ANSWERS_A_SECOND, 1));
        }
        return new Work(
                "holder of an office, among %,d facts".formatted(facts), WARM_UPS, contestants);
    }

    /** Whether answers take longer among many facts. */
    public Work growth() throws Exception {
        int small = stand.form().small();
        int large = stand.form().large();
        String few = stand.timelineOf(small);
        String many = stand.timelineOf(large);
        return new Work(
                "holder of an office, as the log grows",
                List.of(
                        Contestant.annals(
                                "Annals, %,d facts".formatted(large), () -> annals(many, large)),
                        Contestant.itself(
                                        "Annals, %,d facts".formatted(small),
                                        () -> annals(few, small))
                                .mustReach(P99_MICROS, 1 / MOST_GROWTH)));
    }

    private Outcome annals(String timeline, int facts) throws Exception {
        return asked(stand, stand.annals().port(), CLIENTS, _ -> question(timeline, facts));
    }

    private Exchange question(String timeline, int facts) {
        Facts.Question question = Facts.question(random, facts);
        return Requests.get(
                "/timelines/%s/offices/%s/holders?on=%s&known=%d"
                        .formatted(timeline, question.office(), question.on(), facts),
                "\"person\":\"" + question.person() + "\"");
    }

    private Outcome bare() throws Exception {
        return asked(
                stand,
                stand.bare().port(),
                CLIENTS,
                _ ->
                        Requests.get(
                                "/answers/" + random.nextInt(stand.form().small()), "\"person\""));
    }

    static Outcome asked(Stand stand, int port, int clients, LongFunction<Exchange> questions)
            throws Exception {
        HttpLoad.Result result = stand.load().run(port, clients, stand.form().turn(), questions);
        return Outcome.of(ANSWERS_A_SECOND, result.rate())
                .and(P50_MICROS, result.p50Micros())
                .and(P99_MICROS, result.p99Micros());
    }

    private Outcome sql(String timeline, int facts) throws Exception {
        makeSpans(timeline);
        int days = (int) Facts.date(facts - 1L).minusDays(Facts.date(0).toEpochDay()).toEpochDay();
        String script = SQL.formatted(Facts.OFFICES - 1, Facts.date(0).toEpochDay(), days, facts);
        Pgbench pgbench = new Pgbench(stand.postgres(), stand.programs().scratch());
        Pgbench.Result result = pgbench.run("annals", script, CLIENTS, stand.form().turn());
        return Outcome.of(ANSWERS_A_SECOND, result.rate());
    }

    /** Of one timeline at a time. */
    private void makeSpans(String timeline) throws Exception {
        if (timeline.equals(held)) {
            return;
        }
        try (Connection connection = stand.postgres().connect("annals")) {
            for (String statement : MAKE_SPANS.formatted(stand.keyOf(timeline)).split(";\\s*")) {
                Postgres.run(connection, statement);
            }
        }
        held = timeline;
    }

    /** The bare select finds answers of the same size, ready made. */
    private void makeAnswers(String timeline) throws Exception {
        if (hasAnswers) {
            return;
        }
        Facts.Question question = Facts.question(random, stand.form().small());
        String answer =
                stand.annals()
                        .get(
                                "/timelines/%s/offices/%s/holders?on=%s"
                                        .formatted(timeline, question.office(), question.on()))
                        .toString();
        try (Connection connection = stand.postgres().connect("bare")) {
            Postgres.run(
                    connection,
                    "create table answers (key integer primary key, json text not null)");
            String sql = "insert into answers select n, ? from generate_series(0, ?) n";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setString(1, answer);
                insert.setInt(2, stand.form().small());
                insert.executeUpdate();
            }
            Postgres.run(connection, "vacuum analyze answers");
        }
        hasAnswers = true;
    }
}
