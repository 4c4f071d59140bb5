package dev.annals.fire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.annals.testing.Facts;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;

/** Fills the primary's disk, and writes large facts, none of which may be lost for that. */
final class Flood implements AutoCloseable {

    private static final int FACTS_AT_ONCE = 10;
    private static final int NOTE_BYTES = 9_000;
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final World world;
    private final Book book;
    private final Random random;
    private final PostgresServer server;
    private final Thread thread = Thread.ofVirtual().unstarted(this::write);
    private volatile boolean isLeaving;

    private Flood(World world, Random random) {
        this.world = world;
        this.random = new Random(random.nextLong());
        this.book = world.books().get(random.nextInt(world.books().size()));
        this.server = world.primary();
    }

    static Flood start(World world, Random random) {
        Flood flood = new Flood(world, random);
        flood.thread.start();
        return flood;
    }

    private void write() {
        try {
            while (!isLeaving) {
                world.sender()
                        .append(
                                book.timeline(),
                                facts().toString(),
                                () -> world.anyNode(random),
                                book.acknowledged());
            }
        } catch (AssertionError e) {
            world.report().wrong(e.getMessage());
        } catch (World.Ended _) {
            // and so has this
        }
    }

    private ArrayNode facts() {
        ArrayNode facts = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < FACTS_AT_ONCE; i++) {
            byte[] noise = new byte[NOTE_BYTES];
            random.nextBytes(noise);
            facts.add(
                    Facts.event("A river floods")
                            .put("note", Base64.getEncoder().encodeToString(noise)));
        }
        return facts;
    }

    /** Until PostgreSQL could not write. */
    void awaitFullDisk() {
        long before = server.diskFullCount();
        Patience.atMost(AT_MOST)
                .until(
                        "the disk is full",
                        () -> {
                            server.disk().fill();
                            return server.diskFullCount() > before;
                        });
    }

    /** There is space again. */
    @Override
    public void close() {
        isLeaving = true;
        server.disk().free();
    }
}
