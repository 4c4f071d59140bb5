package dev.annals.fire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.fire.Subscriber.Seen;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Whether a subscriber has got each fact that it asked for, once, in order, and nothing else. */
final class StreamCheck {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private static final String TOUCHED =
            """
            select position from touches join timelines on key = timeline
            where timelines.id = ? and subject = ?
            """;

    private StreamCheck() {}

    static void of(Subscriber subscriber, List<JsonNode> log, PostgresServer server) {
        List<Seen> expected = expected(subscriber, log, server);
        String who =
                "a subscriber of %s (%s)".formatted(subscriber.timeline(), subscriber.filter());
        try {
            Patience.atMost(AT_MOST)
                    .until(
                            who + " gets " + expected.size() + " facts",
                            () -> subscriber.seen().size() >= expected.size());
        } finally {
            subscriber.leave();
        }
        List<Seen> seen = subscriber.seen();
        if (!seen.equals(expected)) {
            int same = 0;
            while (same < expected.size() && seen.get(same).equals(expected.get(same))) {
                same++;
            }
            throw new AssertionError(
                    "%s should have got %s, but got %s"
                            .formatted(who, from(expected, same), from(seen, same)));
        }
    }

    private static List<Seen> from(List<Seen> facts, int index) {
        return facts.subList(index, Math.min(facts.size(), index + 3));
    }

    private static List<Seen> expected(
            Subscriber subscriber, List<JsonNode> log, PostgresServer server) {
        String[] filter = subscriber.filter().split("=", 2);
        Set<Long> touched =
                filter[0].equals("subject")
                        ? touched(server, subscriber.timeline(), filter[1])
                        : Set.of();
        return log.stream()
                .filter(
                        fact ->
                                switch (filter[0]) {
                                    case "" -> true;
                                    case "type" -> fact.get("type").textValue().equals(filter[1]);
                                    default -> touched.contains(fact.get("position").longValue());
                                })
                .map(
                        fact ->
                                new Seen(
                                        fact.get("position").longValue(),
                                        UUID.fromString(fact.get("id").textValue())))
                .toList();
    }

    private static Set<Long> touched(PostgresServer server, String timeline, String subject) {
        Set<Long> positions = new HashSet<>();
        try (Connection connection = server.connect();
                PreparedStatement select = connection.prepareStatement(TOUCHED)) {
            select.setString(1, timeline);
            select.setString(2, subject);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return positions;
    }
}
