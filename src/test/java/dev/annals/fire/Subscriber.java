package dev.annals.fire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Follows a timeline's tail, now on this node, now on that: whenever its stream ends, and now and
 * then by its own choice, it goes on elsewhere after the last event it has got.
 */
final class Subscriber {

    /** A fact that it was sent. */
    record Seen(long position, UUID id) {}

    private static final int CONNECT_MILLIS = 2_000;

    /** A stream says something every 15 seconds. */
    private static final int SILENCE_MILLIS = 17_000;

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int LEAVES_ONCE_IN = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Report report;
    private final Supplier<URI> node;
    private final String timeline;
    private final String filter;
    private final Random random;
    private final List<Seen> seen = new ArrayList<>();
    private volatile boolean isLeaving;

    private Subscriber(
            Report report, Supplier<URI> node, String timeline, String filter, Random random) {
        this.report = report;
        this.node = node;
        this.timeline = timeline;
        this.filter = filter;
        this.random = random;
    }

    /**
     * @param filter {@code type=…} or {@code subject=…}, or empty for all facts
     */
    static Subscriber start(World world, String timeline, String filter, long seed) {
        Random random = new Random(seed);
        return new Subscriber(world.report(), () -> world.anyNode(random), timeline, filter, random)
                .start();
    }

    /** One that follows all facts by way of one node. */
    static Subscriber start(World world, Node node, String timeline) {
        return new Subscriber(
                        world.report(), () -> world.whereIs(node), timeline, "", new Random(0))
                .start();
    }

    private Subscriber start() {
        Thread.ofVirtual().start(this::follow);
        return this;
    }

    String timeline() {
        return timeline;
    }

    String filter() {
        return filter;
    }

    synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    private synchronized long last() {
        return seen.isEmpty() ? 0 : seen.getLast().position();
    }

    private void follow() {
        try {
            followUntilLeaving();
        } catch (World.Ended _) {
            // and so has this
        }
    }

    private void followUntilLeaving() {
        while (!isLeaving) {
            try {
                read();
            } catch (IOException _) {
                // cut: go on from the last event
            }
            report.reconnects.incrementAndGet();
            Patience.pause(PAUSE);
        }
    }

    private void read() throws IOException {
        String path = "/timelines/" + timeline + "/facts?" + filter;
        HttpURLConnection connection =
                (HttpURLConnection) node.get().resolve(path).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(SILENCE_MILLIS);
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setRequestProperty("Last-Event-ID", Long.toString(last()));
        if (connection.getResponseCode() != 200) {
            if (connection.getResponseCode() != 503) {
                report.wrong("a subscriber was answered " + connection.getResponseMessage());
            }
            return;
        }
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                connection.getInputStream(), StandardCharsets.UTF_8))) {
            String id = "";
            for (String line = lines.readLine();
                    line != null && !isLeaving;
                    line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    see(Long.parseLong(id), line.substring(6));
                } else if (line.isEmpty() && random.nextInt(LEAVES_ONCE_IN) == 0) {
                    return;
                }
            }
        }
    }

    private synchronized void see(long position, String data) throws IOException {
        JsonNode fact = JSON.readTree(data);
        if (position <= last() || filter.isEmpty() && position != last() + 1) {
            report.wrong(
                    "a subscriber of %s (%s) got %d after %d"
                            .formatted(timeline, filter, position, last()));
        }
        if (fact.get("position").longValue() != position) {
            report.wrong("the event " + position + " holds " + data);
        }
        seen.add(new Seen(position, UUID.fromString(fact.get("id").textValue())));
    }

    /** With the next line that it gets, be it a comment. */
    void leave() {
        isLeaving = true;
    }
}
