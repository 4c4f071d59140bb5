package dev.annals.fire;

import dev.annals.boot.PostgresPrograms;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * A primary and its synchronous standby, and nodes that serve them, each a process of its own, with
 * a link between every node and the database.
 */
final class World implements AutoCloseable {

    /** The run is over, for whoever still does something. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final Duration RECOVERY = Duration.ofSeconds(40);

    private final Path folder;
    private final Report report;
    private final Sender sender;
    private final PostgresPrograms programs;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private PostgresServer primary;
    private PostgresServer standby;
    private List<Book> books = List.of();
    private int serversMade;
    private int nodesMade;
    private boolean hasOwnClock;
    private volatile boolean isClosed;

    private World(Path folder, Report report) {
        this.folder = folder;
        this.report = report;
        this.sender = new Sender(report);
        this.programs = PostgresPrograms.unpack(folder);
    }

    /** Empty, and ready. */
    static World start(Path folder, int nodes, Report report) {
        World world = new World(folder, report);
        try {
            world.primary = PostgresServer.start(world.programs, world.nextServer());
            for (int i = 0; i < nodes; i++) {
                world.addNode();
            }
            return world;
        } catch (RuntimeException | Error e) {
            world.close();
            throw e;
        }
    }

    private Path nextServer() {
        serversMade++;
        return folder.resolve("server-" + serversMade);
    }

    /** From now on commits wait until the standby has them, too. */
    void addStandby() {
        standby = PostgresServer.standbyOf(primary, programs, nextServer());
    }

    Node addNode() {
        nodesMade++;
        String name = "node " + nodesMade;
        Node node = Node.start(name, folder.resolve("node-" + nodesMade), primary.port());
        nodes.add(node);
        return node;
    }

    void remove(Node node) {
        nodes.remove(node);
        node.close();
    }

    List<Node> nodes() {
        return nodes;
    }

    Node anyNodeOf(Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    /** Where one of the nodes answers, if it is up. */
    URI anyNode(Random random) {
        return whereIs(anyNodeOf(random));
    }

    /**
     * @throws Ended if the run has
     */
    URI whereIs(Node node) {
        if (isClosed) {
            throw new Ended();
        }
        return node.uri();
    }

    PostgresServer primary() {
        return primary;
    }

    Report report() {
        return report;
    }

    Sender sender() {
        return sender;
    }

    PostgresServer standby() {
        return standby;
    }

    /** The primary dies, the standby takes its place. */
    void failOver() {
        PostgresServer dead = primary;
        dead.kill();
        standby.promote();
        primary = standby;
        nodes.forEach(node -> node.link().pointTo(primary.port()));
        dead.close();
    }

    List<Book> books() {
        return books;
    }

    /** New timelines, to write to from now on. */
    void open(List<Book> opened, Random random) {
        opened.forEach(book -> sender.open(book.timeline(), () -> anyNode(random)));
        books = List.copyOf(opened);
    }

    /** Waits until each of the nodes has appended to each of the timelines. */
    Duration awaitAppends(List<Node> by) {
        long startNanos = System.nanoTime();
        List<Probe> probes = new ArrayList<>();
        for (Node node : by) {
            books.forEach(book -> probes.add(Probe.send(this, book, node)));
        }
        for (Probe probe : probes) {
            Patience.atMost(RECOVERY).until(probe + " appends", probe::isAcknowledged);
        }
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** The database's clock goes wrong by so much from now on. */
    void moveClock(Duration by) {
        if (!hasOwnClock) {
            primary.sql(WrongClock.INSTALL);
            hasOwnClock = true;
        }
        primary.sql("update clock_moved set seconds = seconds + " + by.toSeconds());
        primary.sql(WrongClock.LET_ALL_CONNECT_ANEW);
    }

    /** What the nodes and the servers said last. */
    String lastWords() {
        StringBuilder words = new StringBuilder();
        nodes.forEach(n -> words.append(n).append(":\n").append(end(n.output())).append('\n'));
        return words.append("PostgreSQL:\n").append(primary.lastLines()).toString();
    }

    private static String end(String output) {
        return output.substring(Math.max(0, output.length() - 6_000));
    }

    @Override
    public void close() {
        isClosed = true;
        nodes.forEach(Node::close);
        for (Supplier<PostgresServer> server :
                List.<Supplier<PostgresServer>>of(() -> standby, () -> primary)) {
            if (server.get() != null) {
                server.get().close();
            }
        }
    }
}
