package dev.annals.bench.suite.work;

import static dev.annals.bench.suite.report.Figure.FIRST_ANSWER_MILLIS;
import static dev.annals.bench.suite.report.Figure.RESIDENT_MIB;

import dev.annals.bench.suite.contest.Contestant;
import dev.annals.bench.suite.contest.Outcome;
import dev.annals.bench.suite.contest.Work;
import dev.annals.bench.suite.process.HttpService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the start of the process to its first answer, and the memory it has then. */
public final class Start {

    private static final String PATH = "/timelines";

    private final Stand stand;

    public Start(Stand stand) {
        this.stand = stand;
    }

    public Work work() throws Exception {
        Path jar = stand.programs().annalsJar();
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(
                Contestant.annals("Annals, JVM", () -> annals(HttpService.jvm(jar), "jvm")));
        Path cache = stand.programs().scratch().resolve("annals.aot").toAbsolutePath();
        try {
            train(jar, cache);
            contestants.add(
                    Contestant.itself(
                            "Annals, JVM with AOT cache",
                            () -> annals(HttpService.jvm(jar, "-XX:AOTCache=" + cache), "aot")));
        } catch (IOException e) {
            stand.contest().miss("Annals, JVM with AOT cache", e);
        }
        Path runner = jar.getParent().resolveSibling("annals-0.1.0-SNAPSHOT-runner");
        if (Files.isExecutable(runner)) {
            List<String> command = List.of(runner.toString());
            contestants.add(Contestant.itself("Annals, native", () -> annals(command, "native")));
        } else {
            stand.contest().miss("Annals, native", "is not built: no " + runner.getFileName());
        }
        Path bare = stand.programs().bareJar();
        contestants.add(
                Contestant.limit(
                        "bare service, JVM",
                        () ->
                                started(
                                        HttpService.jvm(bare),
                                        HttpService.bareSettings(stand.postgres()),
                                        "bare",
                                        "/constant/1")));
        return new Work("start", contestants);
    }

    private Outcome annals(List<String> command, String name) throws Exception {
        return started(command, HttpService.annalsSettings(stand.postgres()), name, PATH);
    }

    private Outcome started(
            List<String> command, Map<String, String> settings, String name, String path)
            throws Exception {
        Path log = stand.programs().logs().resolve("start-" + name + ".log");
        try (HttpService service = HttpService.start(command, settings, log, path)) {
            double millis = (System.nanoTime() - service.startNanos()) / 1e6;
            return Outcome.of(FIRST_ANSWER_MILLIS, millis)
                    .and(RESIDENT_MIB, service.process().residentMib());
        }
    }

    /** A run that leaves behind what the next one need not load and link again. */
    private void train(Path jar, Path cache) throws Exception {
        Path log = stand.programs().logs().resolve("start-training.log");
        HttpService.start(
                        HttpService.jvm(jar, "-XX:AOTCacheOutput=" + cache),
                        HttpService.annalsSettings(stand.postgres()),
                        log,
                        PATH)
                .close();
        if (!Files.exists(cache)) {
            throw new IOException("no cache was made: see " + log);
        }
    }
}
