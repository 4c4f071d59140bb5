package dev.annals.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * The way from one program to another, from a node to its PostgreSQL above all: passes on what both
 * say, and does harm when told to.
 */
public final class Link implements AutoCloseable {

    /** Where a commit is cut off. */
    enum CommitCut {
        /** PostgreSQL never hears of it. */
        BEFORE,
        /** PostgreSQL commits, and its answer is lost. */
        AFTER
    }

    private final ServerSocket door;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final AtomicReference<CommitCut> armed = new AtomicReference<>();
    private final AtomicInteger commitsCut = new AtomicInteger();
    private volatile int target;
    private volatile boolean swallowsNew;
    private volatile Duration delay = Duration.ZERO;

    private Link(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    public static Link to(int port) {
        try {
            Link link =
                    new Link(new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1")), port);
            Thread.ofVirtual().start(link::accept);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Wire wire = new Wire(this, door.accept(), target, swallowsNew);
                wires.add(wire);
                wire.start();
            }
        } catch (IOException _) {
            // closed
        }
    }

    void ended(Wire wire) {
        wires.remove(wire);
    }

    /** Connections made from now on go there. */
    void pointTo(int port) {
        target = port;
    }

    /** Each message takes longer by this. */
    void delay(Duration by) {
        delay = by;
    }

    Duration delay() {
        return delay;
    }

    /** Ends all connections. */
    public void cut() {
        cut(_ -> true);
    }

    /**
     * @return how many
     */
    int cut(Predicate<Wire> which) {
        int count = 0;
        for (Wire wire : wires) {
            if (which.test(wire)) {
                wire.cut();
                count++;
            }
        }
        return count;
    }

    boolean isListening() {
        return wires.stream().anyMatch(Wire::isListening);
    }

    /**
     * What is said on the present connections reaches nobody any more, nor does their end.
     *
     * @return how many
     */
    int swallow(Predicate<Wire> which) {
        int count = 0;
        for (Wire wire : wires) {
            if (which.test(wire)) {
                wire.swallow();
                count++;
            }
        }
        return count;
    }

    /** Whether connections made from now on are answered by nobody, and never end. */
    void swallowNew(boolean swallows) {
        swallowsNew = swallows;
    }

    /** Cuts the connection by which the next commit passes, and waits for that. */
    void cutNextCommit(CommitCut cut, Duration atMost) {
        int before = commitsCut.get();
        armed.set(cut);
        Patience.atMost(atMost).until("a commit passes", () -> commitsCut.get() > before);
    }

    Optional<CommitCut> takeCommitCut() {
        Optional<CommitCut> cut = Optional.ofNullable(armed.getAndSet(null));
        cut.ifPresent(_ -> commitsCut.incrementAndGet());
        return cut;
    }

    @Override
    public void close() {
        try {
            door.close();
            wires.forEach(Wire::cut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
