package dev.annals.bench.suite.peer;

import dev.annals.bench.suite.contest.Contest;
import dev.annals.bench.suite.process.HttpService;
import dev.annals.bench.suite.process.Machine;
import dev.annals.bench.suite.process.Peer;
import dev.annals.bench.suite.process.Postgres;
import dev.annals.bench.suite.process.Started;
import dev.annals.bench.suite.work.EventStores;
import dev.annals.bench.suite.work.Facts;
import dev.annals.bench.suite.work.Programme;
import dev.annals.bench.suite.work.Stand;
import dev.annals.bench.suite.work.TemporalStores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the peers come from. */
public final class Peers implements Programme.Peering {

    private static final String PACKAGE = "dev.annals.bench.peers.";

    private final Stand.Programs programs;
    private final Postgres postgres;
    private final Contest contest;
    private final int facts;

    public Peers(Stand stand) {
        this.programs = stand.programs();
        this.postgres = stand.postgres();
        this.contest = stand.contest();
        this.facts = stand.form().peer();
    }

    /** Those that could not be installed are named in the contest. */
    @Override
    public void addTo(EventStores stores) {
        stores.add(
                "message-db",
                () -> MessageDb.install(modules(), postgres, programs.scratch()),
                contest);
        stores.add("Emmett", this::emmett, contest);
        stores.add(
                "Axon",
                () ->
                        ProcessStore.start(
                                "Axon JDBC (in process)",
                                "axon",
                                "select count(*) from domainevententry",
                                postgres,
                                jvm("EventPeers", "axon"),
                                log("axon")),
                contest);
        stores.add(
                "Pekko",
                () ->
                        ProcessStore.start(
                                "Pekko JDBC, tagged (in process)",
                                "pekko",
                                "select count(*) from event_journal",
                                postgres,
                                jvm("EventPeers", "pekko"),
                                log("pekko")),
                contest);
    }

    /** Loaded once, with the tenures that the facts make. */
    @Override
    public void addTo(TemporalStores stores) throws IOException {
        Tenures tenures = Tenures.write(programs.scratch(), facts);
        String among = " (in process, %,d facts)".formatted(facts);
        stores.add(
                "XTDB",
                () -> {
                    Peer xtdb = temporal("xtdb", tenures);
                    return List.of(
                            new ProcessTemporal("XTDB Datalog" + among, "datalog", xtdb),
                            new ProcessTemporal("XTDB entity" + among, "entity", xtdb));
                },
                contest);
        stores.add(
                "Datomic Local",
                () ->
                        List.of(
                                new ProcessTemporal(
                                        "Datomic Local" + among,
                                        "datalog",
                                        temporal("datomic", tenures))),
                contest);
    }

    private Peer temporal(String name, Tenures tenures) throws IOException {
        Map<String, String> settings =
                Map.of(
                        "XTDB_DISABLE_SPACE_FILLING_CURVE_INDEX", "true",
                        "BENCH_FOLDER", programs.scratch().resolve(name).toString(),
                        "BENCH_TENURES", tenures.tenures().toString(),
                        "BENCH_QUESTIONS", tenures.questions().toString(),
                        "BENCH_OFFICES", "" + Facts.OFFICES);
        return Peer.start(jvm("TemporalPeers", name), settings, log(name));
    }

    private ProcessStore emmett() throws Exception {
        Path modules = modules();
        Path node =
                Machine.program("node").orElseThrow(() -> new IOException("no node on the path"));
        return ProcessStore.start(
                "Emmett (in process)",
                "emmett",
                "select count(*) from emt_messages",
                postgres,
                List.of(node.toString(), modules.resolve("emmett.mjs").toString()),
                log("emmett"));
    }

    private Path modules() throws IOException, InterruptedException {
        return Npm.install(programs.node(), programs.peers().resolveSibling("node"));
    }

    private List<String> jvm(String main, String name) {
        List<String> command = new ArrayList<>(List.of(Started.java()));
        command.addAll(HttpService.JVM);
        String libraries = programs.peers().resolve("lib") + "/*";
        command.addAll(List.of("-cp", programs.peers().resolve("classes") + ":" + libraries));
        command.addAll(List.of(PACKAGE + main, name));
        return command;
    }

    private Path log(String name) {
        return programs.logs().resolve("" + name + ".log");
    }
}
