package dev.annals.queries;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads all tenures, resting places and place names, page by page in the order of the facts that
 * open them, as known at a position.
 */
@ApplicationScoped
public class AllSpans {

    private static final int PAGE = 256;

    /**
     * A span, and what its office belongs to.
     *
     * @param organization of a tenure's office, if anybody has said
     */
    public record Entry(SpanRow span, Optional<String> organization) {}

    /** What tells spans apart, in their order: only one version of each is known at a position. */
    private record Place(long openedBy, String kind, boolean before) {

        static Place of(Entry entry) {
            SpanRow span = entry.span();
            return new Place(span.openedBy(), span.kind().word(), span.before());
        }
    }

    private static final String PAGE_AFTER =
            """
            with page as (
                select * from spans
                where timeline = $1 and known_from <= $2 and known_until > $2 and kind <> 'standing'
                    and (opened_by, kind, before) > ($3, $4, $5)
                order by opened_by, kind, before limit $6
            ), measured as (
                select p.*, count(*) over () as choice,
                    sum(octet_length(facts)) over (order by opened_by, kind, before
                        rows unbounded preceding exclude current row) as bytes_before
                from page p
            )
            select s.choice, %s::json ->> 'organization' as organization,
            """
                            .formatted(SpanRow.described("office", "description", "$2"))
                    + SpanRow.columns("$2")
                    + """
                    from measured s
                    where coalesce(s.bytes_before, 0) < $7
                    order by s.opened_by, s.kind, s.before
                    """;

    private final Pool pool;

    AllSpans(Pool pool) {
        this.pool = pool;
    }

    /** Pages bounded in rows, and to a mebibyte, which the last row may exceed. */
    public Multi<List<Entry>> of(KnownAt known) {
        return Paged.all(new Place(0, "", false), after -> page(known, after), Place::of);
    }

    private Uni<Paged<Entry>> page(KnownAt known, Place after) {
        return pool.preparedQuery(PAGE_AFTER)
                .execute(
                        Tuple.of(known.timeline(), known.position())
                                .addLong(after.openedBy())
                                .addString(after.kind())
                                .addBoolean(after.before())
                                .addInteger(PAGE)
                                .addLong((long) Paged.BYTES))
                .map(AllSpans::page);
    }

    private static Paged<Entry> page(RowSet<Row> rows) {
        List<Entry> entries = new ArrayList<>(rows.size());
        long choice = 0;
        for (Row row : rows) {
            Optional<String> organization = Optional.ofNullable(row.getString("organization"));
            entries.add(new Entry(SpanRow.of(row), organization));
            choice = row.getLong("choice");
        }
        return new Paged<>(entries, choice < PAGE && choice == entries.size());
    }
}
