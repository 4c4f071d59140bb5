package dev.annals.fire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Appends histories of its own, one after the other, to one timeline: single facts, lists, some
 * with a condition, corrections and retractions among them. What it sends follows from its seed;
 * when, from how fast it is answered.
 */
final class Writer {

    private static final Size SIZE = new Size(3, 4, 3, 10, 40);
    private static final int MOST_AT_ONCE = 6;
    private static final int LONGEST_PAUSE_MILLIS = 150;

    private final World world;
    private final Book book;
    private final Random random;
    private final Thread thread = Thread.ofVirtual().unstarted(this::write);
    private volatile boolean isLeaving;
    private long head;

    private Writer(World world, Book book, long seed) {
        this.world = world;
        this.book = book;
        this.random = new Random(seed);
    }

    static Writer start(World world, Book book, long seed) {
        Writer writer = new Writer(world, book, seed);
        writer.thread.start();
        return writer;
    }

    private void write() {
        try {
            while (!isLeaving) {
                List<RecordedFact> history = RandomHistory.of(random.nextLong(), SIZE).log();
                int sent = 0;
                while (sent < history.size() && !isLeaving) {
                    int upTo = Math.min(history.size(), sent + 1 + random.nextInt(MOST_AT_ONCE));
                    append(history.subList(sent, upTo));
                    sent = upTo;
                    Patience.pause(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
                }
            }
        } catch (AssertionError e) {
            world.report().wrong(e.getMessage());
        } catch (World.Ended _) {
            // and so has this
        }
    }

    private void append(List<RecordedFact> facts) {
        List<ObjectNode> sent = new ArrayList<>();
        facts.forEach(fact -> sent.add(FactWriter.write(fact)));
        Optional<Long> appended = Optional.empty();
        if (random.nextInt(5) == 0) {
            appended = append(conditional(sent));
        }
        if (appended.isEmpty()) {
            appended = append(sent.size() == 1 ? sent.getFirst().toString() : sent.toString());
        }
        head = appended.orElseThrow();
        if (random.nextInt(20) == 0) {
            append(sent.toString()); // as one who has forgotten that it was acknowledged
        }
    }

    private Optional<Long> append(String body) {
        return world.sender().append(book.timeline(), body, this::node, book.acknowledged());
    }

    private URI node() {
        return world.anyNode(random);
    }

    /** Nobody else touched one office since the last answer. */
    private String conditional(List<ObjectNode> facts) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("facts");
        facts.forEach(list::add);
        body.putObject("condition").put("after", head).putArray("subjects").add("office/office-0");
        return body.toString();
    }

    /** Waits until what it sent last is acknowledged. */
    void leave() {
        isLeaving = true;
    }

    boolean hasLeft() {
        return !thread.isAlive();
    }
}
