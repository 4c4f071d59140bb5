package dev.annals.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** All timelines of a database, as they were at one moment, however much is appended meanwhile. */
public final class DatabaseLogs {

    private static final int ROWS_AT_ONCE = 500;

    private static final String FACTS =
            """
            select position, id, type, root, earliest, latest, recorded_at, json from facts
            where timeline = ? order by position
            """;

    private static final String STRAYS =
            """
            select timeline, min(position), count(*) from facts f
            where not exists (select from timelines t where t.key = f.timeline)
            group by timeline order by timeline
            """;

    private final Connection connection;

    /** A timeline's row. */
    public record Timeline(
            int key, String id, long head, Optional<Instant> recordedAt, String hash) {}

    /**
     * @param connection in a transaction that sees one moment
     */
    DatabaseLogs(Connection connection) {
        this.connection = connection;
    }

    /**
     * The database as it is now.
     *
     * @param connection to be closed by the caller, who does nothing else with it
     */
    public static DatabaseLogs now(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false); // else the driver would read whole tables into memory
        return new DatabaseLogs(connection);
    }

    /** In the order of their ids. */
    public List<Timeline> timelines() throws SQLException {
        List<Timeline> timelines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select key, id, head, recorded_at, hash from timelines order by id")) {
            while (rows.next()) {
                timelines.add(
                        new Timeline(
                                rows.getInt(1),
                                rows.getString(2),
                                rows.getLong(3),
                                instant(rows, 4),
                                rows.getString(5)));
            }
        }
        return timelines;
    }

    /**
     * @param noted hashes that the log must have, or have had as its head
     */
    public Verdict check(Timeline timeline, List<Noted> noted) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(FACTS)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setInt(1, timeline.key());
            try (ResultSet rows = statement.executeQuery()) {
                Verdict verdict = LogCheck.of(() -> next(rows), Noted.NOTHING, noted);
                return verdict.isWhole() ? verdict.with(misheaded(timeline, verdict)) : verdict;
            }
        }
    }

    private static Optional<FoundFact> next(ResultSet rows) throws IOException {
        try {
            return rows.next() ? Optional.of(fact(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static FoundFact fact(ResultSet rows) throws SQLException {
        Columns columns =
                new Columns(
                        rows.getLong(1),
                        rows.getObject(2, UUID.class),
                        rows.getString(3),
                        rows.getObject(4, Long.class),
                        rows.getObject(5, Long.class),
                        rows.getObject(6, Long.class),
                        instant(rows, 7).orElse(null));
        byte[] json = rows.getString(8).getBytes(StandardCharsets.UTF_8);
        return FoundFact.of("", json, Optional.of(columns));
    }

    private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** What the timeline's own row says otherwise than its last fact. */
    private static Optional<Finding> misheaded(Timeline timeline, Verdict verdict) {
        if (timeline.head() > verdict.position()) {
            return head(
                    verdict.position() + 1,
                    "is missing: the timeline's row says that the log reaches position "
                            + timeline.head());
        }
        if (timeline.head() < verdict.position()) {
            return head(
                    timeline.head() + 1,
                    "stands behind position "
                            + timeline.head()
                            + ", where the timeline's row says that the log ends");
        }
        if (!timeline.hash().equals(verdict.hash())) {
            return head(
                    verdict.position(),
                    "its hash is %s, the timeline's row says %s"
                            .formatted(verdict.hash(), timeline.hash()));
        }
        return Objects.equals(timeline.recordedAt(), verdict.recordedAt())
                ? Optional.empty()
                : head(
                        verdict.position(),
                        "it was recorded at %s, the timeline's row says %s"
                                .formatted(
                                        shown(verdict.recordedAt()), shown(timeline.recordedAt())));
    }

    private static String shown(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("never");
    }

    private static Optional<Finding> head(long position, String message) {
        return Optional.of(new Finding(Fault.HEAD, "", position, Optional.empty(), message));
    }

    /** Facts of timelines that do not exist: one finding for each such timeline. */
    public List<Finding> strays() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STRAYS)) {
            while (rows.next()) {
                findings.add(
                        new Finding(
                                Fault.STRAY,
                                "",
                                rows.getLong(2),
                                Optional.empty(),
                                "%d facts belong to a timeline (key %d) that does not exist"
                                        .formatted(rows.getLong(3), rows.getInt(1))));
            }
        }
        return findings;
    }
}
