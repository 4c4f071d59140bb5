package dev.annals.views;

import dev.annals.domain.entity.Entity;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes changes of the views, one statement per table for those that begin and one for those that
 * end.
 */
public final class ViewWriter {

    private static final String INSERT_ENTITIES =
            """
            insert into entities (timeline, kind, slug, label, seats, description, known_from, known_until)
            select $1, unnest($2::text[]), unnest($3::text[]), unnest($4::text[]), unnest($5::bigint[]),
                unnest($6::text[]), unnest($7::bigint[]), unnest($8::bigint[])
            """;

    private static final String CLOSE_ENTITIES =
            """
            update entities e set known_until = closing.known_until
            from (
                select c.known_until, (
                    select e.ctid from entities e
                    where e.timeline = $1 and e.kind = c.kind and e.slug = c.slug
                        and e.known_until = 9223372036854775807
                ) as place
                from (
                    select unnest($2::text[]) as kind, unnest($3::text[]) as slug,
                        unnest($4::bigint[]) as known_until
                ) c
            ) closing
            where e.ctid = closing.place
            """;

    private static final String INSERT_AMENDED_FACTS =
            """
            insert into amended_facts (timeline, position, content, earliest, latest, known_from, known_until)
            select $1, unnest($2::bigint[]), unnest($3::bigint[]), unnest($4::bigint[]), unnest($5::bigint[]),
                unnest($6::bigint[]), unnest($7::bigint[])
            """;

    private static final String CLOSE_AMENDED_FACTS =
            """
            update amended_facts a set known_until = closing.known_until
            from (
                select c.known_until, (
                    select a.ctid from amended_facts a
                    where a.timeline = $1 and a.position = c.position
                        and a.known_until = 9223372036854775807
                ) as place
                from (select unnest($2::bigint[]) as position, unnest($3::bigint[]) as known_until) c
            ) closing
            where a.ctid = closing.place
            """;

    private final SqlConnection connection;
    private final int timeline;
    private final List<Uni<?>> statements = new ArrayList<>();

    private ViewWriter(SqlConnection connection, int timeline) {
        this.connection = connection;
        this.timeline = timeline;
    }

    /**
     * The statements that write these changes, to be run in this order; they do not wait for each
     * other.
     */
    public static List<Uni<?>> statements(
            SqlConnection connection, int timeline, ViewChanges changes) {
        ViewWriter writer = new ViewWriter(connection, timeline);
        writer.spans(changes.spans());
        writer.entities(changes.entities());
        writer.amendedFacts(changes.amendedFacts());
        return writer.statements;
    }

    private void spans(Versions<SpanKey, Span> spans) {
        if (!spans.closings().isEmpty()) {
            run(SpanRows.CLOSE, SpanRows.closed(timeline, spans.closings()).parameters());
        }
        if (!spans.added().isEmpty()) {
            run(SpanRows.INSERT, SpanRows.inserted(timeline, spans.added()).parameters());
        }
    }

    private void entities(Versions<Subject, Entity> entities) {
        if (!entities.closings().isEmpty()) {
            run(
                    CLOSE_ENTITIES,
                    new Columns<>(timeline, entities.closings())
                            .texts(c -> c.key().kind().word())
                            .texts(c -> c.key().slug().value())
                            .numbers(Version.Closing::knownUntil)
                            .parameters());
        }
        if (!entities.added().isEmpty()) {
            run(
                    INSERT_ENTITIES,
                    new Columns<>(timeline, entities.added())
                            .texts(row -> row.key().kind().word())
                            .texts(row -> row.key().slug().value())
                            .texts(row -> row.value().label())
                            .numbers(
                                    row -> row.value().seats().map(Integer::longValue).orElse(null))
                            .texts(row -> EntityJson.of(row.value()))
                            .numbers(Version::knownFrom)
                            .numbers(Version::knownUntil)
                            .parameters());
        }
    }

    private void amendedFacts(Versions<Long, AmendedFact> facts) {
        if (!facts.closings().isEmpty()) {
            run(
                    CLOSE_AMENDED_FACTS,
                    new Columns<>(timeline, facts.closings())
                            .numbers(Version.Closing::key)
                            .numbers(Version.Closing::knownUntil)
                            .parameters());
        }
        if (!facts.added().isEmpty()) {
            run(
                    INSERT_AMENDED_FACTS,
                    new Columns<>(timeline, facts.added())
                            .numbers(Version::key)
                            .numbers(row -> row.value().content().orElse(null))
                            .numbers(
                                    row ->
                                            row.value()
                                                    .bounds()
                                                    .map(b -> b.earliest().epochDay())
                                                    .orElse(null))
                            .numbers(
                                    row ->
                                            row.value()
                                                    .bounds()
                                                    .map(b -> b.latest().epochDay())
                                                    .orElse(null))
                            .numbers(Version::knownFrom)
                            .numbers(Version::knownUntil)
                            .parameters());
        }
    }

    private void run(String sql, Tuple parameters) {
        statements.add(connection.preparedQuery(sql).execute(parameters));
    }
}
