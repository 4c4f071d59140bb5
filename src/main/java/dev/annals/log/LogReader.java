package dev.annals.log;

import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Subject;
import dev.annals.json.FactReader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the log by pages, in order of position. */
@ApplicationScoped
public class LogReader {

    /** How many facts a stream reads at a time. */
    static final int STREAM_PAGE = 500;

    private static final String BY_POSITION =
            "select position, type, json from facts where timeline = $1 and position = any($2) order by position";

    private final Pool pool;

    LogReader(Pool pool) {
        this.pool = pool;
    }

    /**
     * The first facts that meet the filter.
     *
     * @param timeline the timeline's key
     * @param after position, exclusive
     * @param upTo position, inclusive
     */
    public Uni<LogPage> page(int timeline, LogFilter filter, long after, long upTo, int limit) {
        return page(pool, timeline, filter, after, upTo, limit);
    }

    static Uni<LogPage> page(
            SqlClient client, int timeline, LogFilter filter, long after, long upTo, int limit) {
        Tuple parameters = Tuple.of(timeline, after, upTo, limit + 1);
        String sql = LogSql.page(filter, parameters);
        return client.preparedQuery(sql).execute(parameters).map(rows -> page(rows, limit));
    }

    private static LogPage page(RowSet<Row> rows, int limit) {
        List<LogEntry> entries = entries(rows);
        long choice = rows.size() == 0 ? 0 : rows.iterator().next().getLong(3);
        return entries.size() <= limit
                ? new LogPage(entries, entries.size() == choice)
                : new LogPage(entries.subList(0, limit), false);
    }

    /** All facts that meet the filter, read page by page as they are asked for. */
    public Multi<List<LogEntry>> all(int timeline, LogFilter filter, long after, long upTo) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicLong(after),
                        cursor ->
                                page(timeline, filter, cursor.get(), upTo, STREAM_PAGE)
                                        .invoke(page -> cursor.set(page.upTo(upTo))))
                .whilst(page -> !page.isLast())
                .map(LogPage::entries);
    }

    /**
     * A fact by its id, as known at a position.
     *
     * @return empty if there is none, and for what is no id
     */
    public Uni<Optional<FactInLog>> fact(int timeline, String id, long known) {
        Optional<UUID> uuid = FactReader.id(id);
        if (uuid.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return lineage(timeline, uuid.get(), known)
                .chain(
                        found ->
                                found.map(lineage -> fact(timeline, lineage, uuid.get()))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** The lineage of the fact that has this id, as known at a position; empty if there is none. */
    public Uni<Optional<Lineage>> lineage(int timeline, UUID id, long known) {
        return new LineageReader(pool, timeline, known)
                .byId(Set.of(id))
                .map(found -> found.stream().findFirst());
    }

    /**
     * The lineages of the facts that the spans and descriptions of any of these entities can depend
     * on, as known at a position: corrected away from them or retracted, they are among them still.
     */
    public Uni<List<Lineage>> folded(int timeline, Set<Subject> subjects, long known) {
        return new LineageReader(pool, timeline, known).folded(subjects);
    }

    /** The lineages of the facts that have these ids, as known at a position. */
    public Uni<List<Lineage>> lineages(int timeline, Set<UUID> ids, long known) {
        return new LineageReader(pool, timeline, known).byId(ids);
    }

    /**
     * The lineages of the facts that describe any of these entities or can bound a span that names
     * one, as known at a position; corrected away from them or retracted, they are among them
     * still.
     */
    public Uni<List<Lineage>> bearing(int timeline, Set<Subject> subjects, long known) {
        return new LineageReader(pool, timeline, known).bearing(subjects);
    }

    /** The lineages of the births and deaths of these people, as known at a position. */
    public Uni<List<Lineage>> lives(int timeline, Set<Subject> people, long known) {
        return new LineageReader(pool, timeline, known).lives(people);
    }

    private Uni<Optional<FactInLog>> fact(int timeline, Lineage lineage, UUID id) {
        Long[] positions =
                lineage.facts().stream().map(RecordedFact::position).toArray(Long[]::new);
        return pool.preparedQuery(BY_POSITION)
                .execute(Tuple.of(timeline, positions))
                .map(LogReader::entries)
                .map(entries -> Optional.of(FactInLog.of(lineage, id, entries)));
    }

    private static List<LogEntry> entries(RowSet<Row> rows) {
        List<LogEntry> entries = new ArrayList<>(rows.size());
        rows.forEach(
                row ->
                        entries.add(
                                new LogEntry(row.getLong(0), row.getString(1), row.getString(2))));
        return entries;
    }
}
