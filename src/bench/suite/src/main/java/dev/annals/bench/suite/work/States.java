package dev.annals.bench.suite.work;

import static dev.annals.bench.suite.report.Figure.ANSWERS_A_SECOND;

import dev.annals.bench.suite.contest.Contestant;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.contest.Work;
import dev.annals.bench.suite.load.Exchange;
import dev.annals.bench.suite.load.Requests;
import dev.annals.bench.suite.process.Pgbench;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The whole state on a date, as known at a position; and one that is asked for again and again. */
public final class States {

    private static final int CLIENTS = 8;
    private static final int WARM_UPS = 8;
    private static final double MOST_GROWTH = 1.5;

    /** What a state is made of: spans with the labels of what they name. */
    private static final String SQL =
            """
            \\set day %1$d + random(0, %2$d)
            select s.office, o.label, s.person, p.label, s.begin_date, s.end_date, s.facts
            from (
                select * from spans
                where span_area(timeline, begin_earliest, end_latest, known_from, known_until)
                    && span_area(%3$d, :day, :day, %4$d, %4$d) offset 0
            ) s
            join lateral (
                select label from entities where timeline = %3$d and kind = 'office' and slug = s.office
                    and known_from <= %4$d and known_until > %4$d limit 1) o on true
            join lateral (
                select label from entities where timeline = %3$d and kind = 'person' and slug = s.person
                    and known_from <= %4$d and known_until > %4$d limit 1) p on true
            where s.timeline = %3$d and s.known_from <= %4$d and s.known_until > %4$d
                and s.begin_earliest <= :day and s.end_latest > :day;
            """;

    private final Stand stand;
    private final TemporalStores peers;
    private final Random random = new Random(7);

    public States(Stand stand, TemporalStores peers) {
        this.stand = stand;
        this.peers = peers;
    }

    public Work among(int facts) throws Exception {
        String timeline = stand.timelineOf(facts);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(Contestant.annals("Annals (HTTP)", () -> annals(timeline, facts)));
        contestants.add(
                Contestant.limit("SQL by pgbench (no HTTP)", () -> sql(timeline, facts))
                        .mustReach(ANSWERS_A_SECOND, 0.5));
        for (TemporalStore peer : peers.all()) {
            contestants.add(
                    Contestant.peer(peer.name(), () -> peer.state(stand.form().turn()))
                            .mustReach(ANSWERS_A_SECOND, 1));
        }
        return new Work(
                "whole state, %d offices among %,d facts".formatted(Facts.OFFICES, facts),
                WARM_UPS,
                contestants);
    }

    public Work growth() throws Exception {
        int few = Math.max(stand.form().small(), stand.form().large() / 10);
        int many = stand.form().large();
        String small = stand.timelineOf(few);
        String large = stand.timelineOf(many);
        return new Work(
                "whole state, as the log grows",
                List.of(
                        Contestant.annals(
                                "Annals, %,d facts".formatted(many), () -> annals(large, many)),
                        Contestant.itself(
                                        "Annals, %,d facts".formatted(few),
                                        () -> annals(small, few))
                                .mustReach(ANSWERS_A_SECOND, 1 / MOST_GROWTH)));
    }

    private Outcome annals(String timeline, int facts) throws Exception {
        return Holders.asked(stand, stand.annals().port(), CLIENTS, _ -> question(timeline, facts));
    }

    /** The office of the last fact that is certainly in force must be in the answer. */
    private Exchange question(String timeline, int facts) {
        LocalDate day = Facts.day(random, facts);
        return Requests.get(path(timeline, day, facts), "\"office\":\"office-499\"");
    }

    private static String path(String timeline, LocalDate day, int facts) {
        return "/timelines/%s/state?on=%s&known=%d".formatted(timeline, day, facts);
    }

    private Outcome sql(String timeline, int facts) throws Exception {
        long first = Facts.date(0).toEpochDay();
        long days = Facts.date(facts - 1L).toEpochDay() - first;
        String script = SQL.formatted(first, days, stand.keyOf(timeline), facts);
        Pgbench pgbench = new Pgbench(stand.postgres(), stand.programs().scratch());
        Pgbench.Result result = pgbench.run("annals", script, CLIENTS, stand.form().turn());
        return Outcome.of(ANSWERS_A_SECOND, result.rate());
    }

    /** An answer that can never change. */
    public Work pinned() throws Exception {
        int facts = stand.form().small();
        String path = path(stand.timelineOf(facts), Facts.day(random, facts), facts);
        Exchange again = Requests.get(path, "\"office\":\"office-499\"");
        int bytes =
                stand.annals()
                        .expect(stand.annals().request(path).GET().build())
                        .getBytes(StandardCharsets.UTF_8)
                        .length;
        Exchange constant = Requests.get("/constant/" + bytes, "xxx");
        return new Work(
                "a pinned answer of %,d bytes, asked again".formatted(bytes),
                WARM_UPS,
                List.of(
                        Contestant.annals(
                                "Annals (HTTP)",
                                () ->
                                        Holders.asked(
                                                stand,
                                                stand.annals().port(),
                                                Holders.CLIENTS,
                                                _ -> again)),
                        Contestant.limit(
                                        "constant HTTP answer",
                                        () ->
                                                Holders.asked(
                                                        stand,
                                                        stand.bare().port(),
                                                        Holders.CLIENTS,
                                                        _ -> constant))
                                .mustReach(ANSWERS_A_SECOND, 0.6)));
    }
}
