package dev.annals.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.EventReader;
import dev.annals.testing.EventReader.Event;
import dev.annals.testing.LogReading;
import java.util.ArrayList;
import java.util.List;

/**
 * A replay as a client saw it, from the request to the end of the stream.
 *
 * @param millis how long it all took
 */
record Playback(List<Seen> events, long millis) {

    /**
     * @param atMillis since the request was sent: the replay itself began no earlier than that
     */
    record Seen(String id, String type, JsonNode data, long atMillis) {

        boolean isFact() {
            return type.equals("fact");
        }

        String date() {
            return data.get("date").textValue();
        }

        JsonNode fact() {
            return data.get("fact");
        }

        long position() {
            return fact().get("position").longValue();
        }

        /** What it tells, whenever it came. */
        String told() {
            return id + " " + type + " " + data;
        }
    }

    /** Plays to the end, which has to be the last event and the end of the stream. */
    static Playback of(String timeline, String query, String... headers) {
        long start = System.nanoTime();
        try (EventReader reader = open(timeline, query, headers)) {
            List<Seen> events = new ArrayList<>();
            do {
                events.add(seen(reader.next(), start));
            } while (!events.getLast().type().equals("end"));
            if (reader.line().isPresent()) {
                throw new AssertionError("the stream goes on after its end");
            }
            return new Playback(events, millisSince(start));
        }
    }

    static EventReader open(String timeline, String query, String... headers) {
        return EventReader.open("/timelines/" + timeline + "/replay?" + query, headers);
    }

    /** Goes on after an event, at full speed if the query does not say otherwise. */
    static Playback resumed(String timeline, Seen after, String query) {
        return of(timeline, query, "Last-Event-ID", after.id());
    }

    static Seen seen(Event event, long startNanos) {
        return new Seen(
                event.id(), event.type(), LogReading.parse(event.data()), millisSince(startNanos));
    }

    List<Seen> facts() {
        return events.stream().filter(Seen::isFact).toList();
    }

    List<Seen> clocks() {
        return events.stream().filter(e -> e.type().equals("clock")).toList();
    }

    List<Long> positions() {
        return facts().stream().map(Seen::position).toList();
    }

    /** All but the clock, in order. */
    List<String> told() {
        return toldAfter(-1);
    }

    /** All but the clock that came after an event. */
    List<String> toldAfter(int index) {
        return events.subList(index + 1, events.size()).stream()
                .filter(e -> !e.type().equals("clock"))
                .map(Seen::told)
                .toList();
    }

    private static long millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }
}
