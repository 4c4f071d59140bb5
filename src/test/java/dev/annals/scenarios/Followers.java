package dev.annals.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Very many event streams on one thread, each checked for what it misses or gets twice. */
final class Followers implements AutoCloseable {

    private static final int AT_ONCE = 100;
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Selector selector = Selector.open();
    private final URI tail;
    private final List<Follower> all = new CopyOnWriteArrayList<>();
    private final Delays delays;
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::read);
    private volatile boolean isClosed;

    /**
     * @param tail of a timeline, with where to begin
     */
    Followers(URI tail, Delays delays) throws IOException {
        this.tail = tail;
        this.delays = delays;
        thread.start();
    }

    /** Opens so many streams, and waits until each has begun. */
    void open(int count) throws IOException {
        for (int opened = 0; opened < count; opened += AT_ONCE) {
            List<Follower> batch = new ArrayList<>();
            for (int i = 0; i < Math.min(AT_ONCE, count - opened); i++) {
                batch.add(connect());
            }
            all.addAll(batch);
            for (Follower follower : batch) {
                follower.awaitBegin();
            }
        }
    }

    private Follower connect() throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(tail.getHost(), tail.getPort()));
        String request =
                "GET %s?%s HTTP/1.1\r\nHost: annals\r\nAccept: text/event-stream\r\n\r\n"
                        .formatted(tail.getPath(), tail.getQuery());
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        Follower follower = new Follower(channel, delays);
        channel.register(selector, SelectionKey.OP_READ, follower);
        selector.wakeup();
        return follower;
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
        try {
            while (!isClosed) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    ((Follower) key.attachment()).read(buffer, key);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The position that all have reached. */
    long leastPosition() {
        return all.stream().mapToLong(Follower::position).min().orElse(0);
    }

    /** Waits until all have been ended. */
    void awaitEnds() {
        await(() -> faults().size() == all.size());
    }

    /** Waits until all have come so far. */
    void awaitPosition(long position) {
        await(() -> leastPosition() >= position);
    }

    private void await(BooleanSupplier condition) {
        long startNanos = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - startNanos > SOON.toNanos()) {
                throw new AssertionError(
                        "the last is at " + leastPosition() + ", faults " + faults());
            }
            ServiceProcess.pause();
        }
    }

    /** Where each began. */
    List<Long> firstPositions() {
        return all.stream().map(Follower::firstPosition).toList();
    }

    /** What went wrong, for each that it went wrong for. */
    List<String> faults() {
        return all.stream().map(Follower::fault).filter(fault -> !fault.isEmpty()).toList();
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        for (Follower follower : all) {
            follower.close();
        }
        selector.close();
    }
}
