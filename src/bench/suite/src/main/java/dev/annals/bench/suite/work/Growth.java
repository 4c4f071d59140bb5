package dev.annals.bench.suite.work;

import static dev.annals.bench.suite.report.Figure.FACTS_A_SECOND;

import dev.annals.bench.suite.contest.Contestant;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.contest.Work;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;

/** What an append costs in a long log, and in a long history of one office. */
public final class Growth {

    private static final int WRITERS = 64;
    private static final int ASSUMPTIONS = 10_000;
    private static final String OFFICE = "office-of-many";
    private static final String LONG_HISTORY = "long-history";

    private final Stand stand;

    public Growth(Stand stand) {
        this.stand = stand;
    }

    /** The timelines are others than those that are read, whose heads must stay. */
    public Work ofLog() throws Exception {
        int small = stand.form().small();
        int large = stand.form().large();
        stand.importInto("grows-" + small, small);
        stand.importInto("grows-" + large, large);
        Numbers few = new Numbers(small);
        Numbers many = new Numbers(large);
        return new Work(
                "appends as the log grows, writers: " + WRITERS,
                List.of(
                        Contestant.annals(
                                "Annals, %,d facts".formatted(large),
                                () -> append("grows-" + large, _ -> Facts.json(many.next()))),
                        Contestant.itself(
                                        "Annals, %,d facts".formatted(small),
                                        () -> append("grows-" + small, _ -> Facts.json(few.next())))
                                .mustReach(FACTS_A_SECOND, 1 / 1.3)));
    }

    public Work ofOneOffice() throws Exception {
        stand.open(LONG_HISTORY);
        Path file = stand.programs().scratch().resolve(LONG_HISTORY + ".ndjson");
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (long fact = 0; fact < ASSUMPTIONS; fact++) {
                lines.write(Facts.inOneOffice(OFFICE, fact));
                lines.newLine();
            }
        }
        stand.importFile(LONG_HISTORY, file, ASSUMPTIONS);
        stand.importInto("short-histories", ASSUMPTIONS);
        Numbers one = new Numbers(ASSUMPTIONS);
        Numbers all = new Numbers(ASSUMPTIONS);
        return new Work(
                "appends to one office with %,d assumptions, writers: %d"
                        .formatted(ASSUMPTIONS, WRITERS),
                List.of(
                        Contestant.annals(
                                "Annals, one office",
                                () ->
                                        append(
                                                LONG_HISTORY,
                                                _ -> Facts.inOneOffice(OFFICE, one.next()))),
                        Contestant.itself(
                                        "Annals, %d offices".formatted(Facts.OFFICES),
                                        () ->
                                                append(
                                                        "short-histories",
                                                        _ -> Facts.json(all.next())))
                                .mustReach(FACTS_A_SECOND, 1 / 2.0)));
    }

    /** Of facts that were not sent yet. */
    private static final class Numbers {
        private long next;

        Numbers(long first) {
            next = first;
        }

        long next() {
            return next++;
        }
    }

    private Outcome append(String timeline, LongFunction<String> facts) throws Exception {
        return Outcome.of(FACTS_A_SECOND, stand.append(timeline, WRITERS, 1, facts).rate());
    }
}
