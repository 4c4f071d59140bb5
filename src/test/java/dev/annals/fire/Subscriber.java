package dev.annals.fire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

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

    private final World world;
    private final String timeline;
    private final String filter;
    private final Random random;
    private final List<Seen> seen = new ArrayList<>();
    private volatile boolean isLeaving;

    private Subscriber(World world, String timeline, String filter, long seed) {
        this.world = world;
        this.timeline = timeline;
        this.filter = filter;
        this.random = new Random(seed);
    }

    /**
     * @param filter {@code type=…} or {@code subject=…}, or empty for all facts
     */
    static Subscriber start(World world, String timeline, String filter, long seed) {
        Subscriber subscriber = new Subscriber(world, timeline, filter, seed);
        Thread.ofVirtual().start(subscriber::follow);
        return subscriber;
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
            world.report().reconnects.incrementAndGet();
            Patience.pause(PAUSE);
        }
    }

    private void read() throws IOException {
        String path = "/timelines/" + timeline + "/facts?" + filter;
        HttpURLConnection connection =
                (HttpURLConnection) world.anyNode(random).resolve(path).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(SILENCE_MILLIS);
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setRequestProperty("Last-Event-ID", Long.toString(last()));
        if (connection.getResponseCode() != 200) {
            if (connection.getResponseCode() != 503) {
                world.report()
                        .wrong("a subscriber was answered " + connection.getResponseMessage());
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
            world.report()
                    .wrong(
                            "a subscriber of %s (%s) got %d after %d"
                                    .formatted(timeline, filter, position, last()));
        }
        if (fact.get("position").longValue() != position) {
            world.report().wrong("the event " + position + " holds " + data);
        }
        seen.add(new Seen(position, UUID.fromString(fact.get("id").textValue())));
    }

    /** With the next line that it gets, be it a comment. */
    void leave() {
        isLeaving = true;
    }
}
