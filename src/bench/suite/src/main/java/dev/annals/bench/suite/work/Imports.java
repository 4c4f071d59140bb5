package dev.annals.bench.suite.work;

import static dev.annals.bench.suite.report.Figure.FACTS_A_SECOND;

import dev.annals.bench.suite.contest.Contestant;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.contest.Work;
import java.nio.file.Path;
import java.util.List;

/** A large file into a new timeline, all its views made. */
public final class Imports {

    private static final int BATCH = 4_000;
    private static final double PROMISED = 20_000;

    private final Stand stand;
    private int imports;

    public Imports(Stand stand) {
        this.stand = stand;
    }

    /** Each fact changes who holds an office. */
    public Work ofSuccessions() throws Exception {
        long facts = stand.form().large();
        String copied = stand.timelineOf(facts);
        return work(
                "import of %,d successions".formatted(facts), facts, stand.fileOf(facts), copied);
    }

    /** One fact in two does. */
    public Work ofList() throws Exception {
        long facts = stand.form().large();
        Path file = stand.programs().scratch().resolve("list-" + facts + ".ndjson");
        HolderList.write(file, facts);
        String copied = "list-" + facts;
        stand.open(copied);
        stand.importFile(copied, file, facts);
        return work("import of a list, %,d facts".formatted(facts), facts, file, copied);
    }

    private Work work(String name, long facts, Path file, String copied) throws Exception {
        LogCopy copy = LogCopy.of(stand, copied);
        return new Work(
                name,
                List.of(
                        Contestant.annals("Annals (HTTP)", () -> imported(file, facts)),
                        Contestant.limit("COPY", () -> rate(facts, copy.copySeconds(facts)))
                                .mustReach(FACTS_A_SECOND, 0.3),
                        Contestant.limit(
                                "unnest of " + BATCH,
                                () -> rate(facts, copy.unnestSeconds(facts, BATCH))),
                        Contestant.limit("promised", () -> Outcome.of(FACTS_A_SECOND, PROMISED))
                                .mustReach(FACTS_A_SECOND, 1)));
    }

    private Outcome imported(Path file, long facts) throws Exception {
        String timeline = "imported-" + imports++;
        stand.open(timeline);
        long startNanos = System.nanoTime();
        stand.importFile(timeline, file, facts);
        return rate(facts, (System.nanoTime() - startNanos) / 1e9);
    }

    private static Outcome rate(long facts, double seconds) {
        return Outcome.of(FACTS_A_SECOND, facts / seconds);
    }
}
