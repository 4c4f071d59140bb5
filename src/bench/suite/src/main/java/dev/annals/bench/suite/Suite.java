package dev.annals.bench.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.bench.suite.contest.Contest;
import dev.annals.bench.suite.contest.Contestant;
import dev.annals.bench.suite.contest.Form;
import dev.annals.bench.suite.contest.Quiet;
import dev.annals.bench.suite.contest.Work;
import dev.annals.bench.suite.load.HttpLoad;
import dev.annals.bench.suite.peer.Peers;
import dev.annals.bench.suite.process.HttpService;
import dev.annals.bench.suite.process.Machine;
import dev.annals.bench.suite.process.Postgres;
import dev.annals.bench.suite.report.Figure;
import dev.annals.bench.suite.report.Plot;
import dev.annals.bench.suite.report.Summary;
import dev.annals.bench.suite.report.Table;
import dev.annals.bench.suite.work.Appends;
import dev.annals.bench.suite.work.Programme;
import dev.annals.bench.suite.work.Stand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmark suite's command. */
@Command(
        name = "bench",
        description = "Measures Annals, the limit and the peers in turns on one PostgreSQL.",
        mixinStandardHelpOptions = true)
public final class Suite implements Callable<Integer> {

    @Option(names = "--full", description = "up to two hours instead of a third of one")
    private boolean isFull;

    @Option(names = "--tiny", description = "a minute or two, only to see that everything runs")
    private boolean isTiny;

    @Option(names = "--only", paramLabel = "REGEX", description = "works whose name has this")
    private Pattern only = Pattern.compile("");

    @Option(names = "--alone", description = "Annals and the limits, without the peers")
    private boolean isAlone;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "postgresql://user:password@127.0.0.1:port of a superuser, fsync on")
    private Optional<URI> database = Optional.empty();

    @Option(names = "--home", hidden = true, required = true, description = "the project's folder")
    private Path home;

    private final Map<String, Work> works = new LinkedHashMap<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Suite()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Form form = isFull ? Form.FULL : isTiny ? Form.TINY : Form.SHORT;
        String name =
                DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                        .format(LocalDateTime.now(ZoneOffset.UTC));
        Path out = Files.createDirectories(home.resolve("target/bench/runs/" + name));
        Stand.Programs programs = programs(out);
        SameFramework.check(programs.annalsJar(), programs.bareJar());
        try (Postgres postgres = postgres(out);
                HttpLoad load = new HttpLoad()) {
            Map<String, String> machine = Machine.describe(postgres);
            postgres.makeDatabase("quiet");
            postgres.makeDatabase("annals");
            postgres.makeDatabase("bare");
            try (Connection flushes = postgres.connect("quiet");
                    Connection bareRows = postgres.connect("bare")) {
                Appends.makeTable(bareRows);
                Contest contest =
                        new Contest(
                                form.rounds(),
                                new Quiet(flushes, form.patience()),
                                System.out::println);
                try (HttpService annals =
                                HttpService.annals(
                                        programs.annalsJar(),
                                        postgres,
                                        programs.logs().resolve("annals.log"));
                        HttpService bare =
                                HttpService.bare(
                                        programs.bareJar(),
                                        postgres,
                                        programs.logs().resolve("bare.log"))) {
                    Stand stand = new Stand(form, contest, postgres, annals, bare, load, programs);
                    Programme.Peering peers = isAlone ? Programme.Peering.NONE : new Peers(stand);
                    Programme.run(stand, only, this::hold, peers);
                } finally {
                    report(form, contest, machine, out);
                }
            }
        }
        delete(programs.scratch());
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Stand.Programs programs(Path out) throws IOException {
        return new Stand.Programs(
                home.resolve("target/quarkus-app/quarkus-run.jar"),
                home.resolve("target/bench/bare/quarkus-app/quarkus-run.jar"),
                home.resolve("target/bench/peers"),
                home.resolve("src/bench/node"),
                Files.createDirectories(out.resolve("scratch")),
                out.resolve("logs"));
    }

    private Postgres postgres(Path out) throws Exception {
        return database.isPresent()
                ? Postgres.at(database.get())
                : Postgres.start(out.resolve("scratch/postgres"));
    }

    private void hold(Contest contest, Work work) {
        works.put(work.name(), work);
        contest.hold(work);
    }

    private OptionalDouble target(String work, String contestant, Figure figure) {
        return works.get(work).contestants().stream()
                .filter(c -> c.name().equals(contestant))
                .map(Contestant::mustReach)
                .filter(targets -> targets.containsKey(figure))
                .mapToDouble(targets -> targets.get(figure))
                .findFirst();
    }

    private void report(Form form, Contest contest, Map<String, String> machine, Path out)
            throws Exception {
        List<Summary> summaries = Summary.of(contest.samples(), this::target);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("form", form.name());
        all.put("machine", machine);
        all.put("absent", contest.absent());
        all.put("samples", contest.samples());
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(out.resolve("samples.json").toFile(), all);
        String table = Table.of(summaries, contest.absent());
        List<String> head = new ArrayList<>();
        head.add("The " + form.name() + " form, rounds: " + form.rounds());
        machine.forEach((name, value) -> head.add(name + ": " + value));
        String text = String.join("\n", head) + "\n" + table;
        Files.writeString(out.resolve("table.md"), text);
        Files.writeString(out.resolve("plot.svg"), Plot.of(summaries));
        System.out.println("\n" + text + "\nkept in " + home.relativize(out));
    }
}
