package dev.annals.fire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Reads a timeline's log out of the database and checks all that a log promises, by the contract
 * alone.
 */
final class LogCheck {

    private static final String FACTS =
            """
            select f.position, f.id, f.recorded_at, f.json, t.head, t.recorded_at, t.hash
            from facts f join timelines t on t.key = f.timeline where t.id = ? order by f.position
            """;

    private static final List<String> DERIVED = List.of("hash", "earliest", "latest");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Book book;
    private final List<JsonNode> facts = new ArrayList<>();
    private final Map<UUID, Acknowledged.Place> places = new HashMap<>();
    private String hash = "0".repeat(64);
    private Instant recordedAt = Instant.MIN;

    private LogCheck(Book book) {
        this.book = book;
    }

    /**
     * @return the facts, as they are read back
     * @throws AssertionError with what is wrong first
     */
    static List<JsonNode> of(PostgresServer server, Book book) {
        Map<UUID, Acknowledged.Place> acknowledged = book.acknowledged().places();
        LogCheck check = new LogCheck(book);
        try (Connection connection = server.connect();
                PreparedStatement select = connection.prepareStatement(FACTS)) {
            select.setString(1, book.timeline());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    check.next(rows);
                }
            }
        } catch (SQLException | IOException e) {
            throw new AssertionError("the log of " + book.timeline() + " cannot be read", e);
        }
        acknowledged.forEach(check::holds);
        return check.facts;
    }

    private void next(ResultSet row) throws SQLException, IOException {
        long position = row.getLong(1);
        JsonNode fact = JSON.readTree(row.getString(4));
        String recorded = fact.get("recordedAt").textValue();
        Instant instant = Instant.parse(recorded);
        UUID id = UUID.fromString(fact.get("id").textValue());
        hash = hash(fact);
        expect(position == facts.size() + 1, position, "stands after " + facts.size());
        expect(fact.get("position").longValue() == position, position, "says " + fact);
        expect(id.equals(row.getObject(2, UUID.class)), position, "has two ids");
        expect(instant.equals(row.getTimestamp(3).toInstant()), position, "has two instants");
        expect(!instant.isBefore(recordedAt), position, recorded + " is before " + recordedAt);
        expect(hash.equals(fact.get("hash").textValue()), position, "breaks the chain");
        recordedAt = instant;
        facts.add(fact);
        expect(
                places.put(id, new Acknowledged.Place(position, recorded)) == null,
                position,
                "has the id of an earlier one, " + id);
        if (position == row.getLong(5)) {
            expect(instant.equals(row.getTimestamp(6).toInstant()), position, "is not the head's");
            expect(hash.equals(row.getString(7)), position, "has not the head's hash");
        }
        expect(position <= row.getLong(5), position, "is beyond the head " + row.getLong(5));
    }

    private String hash(JsonNode fact) throws IOException {
        ObjectNode hashed = fact.deepCopy();
        hashed.remove(DERIVED);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(hash.getBytes(StandardCharsets.US_ASCII));
            digest.update(new JsonCanonicalizer(hashed.toString()).getEncodedUTF8());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void holds(UUID id, Acknowledged.Place acknowledged) {
        if (!acknowledged.equals(places.get(id))) {
            throw new AssertionError(
                    "%s of %s was acknowledged at %s, and is at %s"
                            .formatted(id, book.timeline(), acknowledged, places.get(id)));
        }
    }

    private void expect(boolean holds, long position, String otherwise) {
        if (!holds) {
            throw new AssertionError(
                    "fact %d of %s %s".formatted(position, book.timeline(), otherwise));
        }
    }
}
