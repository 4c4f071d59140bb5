package dev.annals.log;

import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Subject;
import dev.annals.json.FactReader;
import dev.annals.views.Change;
import dev.annals.views.Need;
import dev.annals.views.Taught;
import dev.annals.views.WorkingSet;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads whole lineages, as known at a position: plain facts, each with all amendments that are
 * finally about it.
 */
final class LineageReader {

    /*
     * Each step is a subquery of its own for every row of the one before ("offset 0" keeps it so):
     * an index answers it. Joined, a planner with old statistics might read whole tables.
     */

    private static final String OF_ROOTS =
            """
            , lineage as (
                select r.root, f.position, f.json from roots r cross join lateral (
                    select position, json from facts
                    where timeline = $1 and position = r.root and position <= $3 offset 0
                ) f
                union all
                select r.root, f.position, f.json from roots r cross join lateral (
                    select position, json from facts
                    where timeline = $1 and root = r.root and position <= $3 offset 0
                ) f
            )
            select root, json from lineage order by position
            """;

    private static final String BY_ID =
            """
            with roots as materialized (
                select distinct f.root from unnest($2::uuid[]) as named (id) cross join lateral (
                    select coalesce(root, position) as root from facts
                    where timeline = $1 and id = named.id and position <= $3 offset 0
                ) f
            )
            """
                    + OF_ROOTS;

    private static final String TOUCHED =
            """
            with roots as materialized (
                select distinct f.root from unnest($2::text[]) as named (subject) cross join lateral (
                    select position from touches
                    where timeline = $1 and subject = named.subject and %s and position <= $3 offset 0
                ) t cross join lateral (
                    select coalesce(root, position) as root from facts
                    where timeline = $1 and position = t.position offset 0
                ) f
            )
            """;

    private static final String FOLDED = TOUCHED.formatted("folded") + OF_ROOTS;

    private static final String TOUCHING =
            TOUCHED.formatted("folded = any('{true,false}')") + OF_ROOTS;

    /** Those touched in one way whose plain fact is of one kind. */
    private static final String OF_KIND =
            """
            with roots as materialized (
                select distinct r.position as root from unnest($2::text[]) as named (subject) cross join lateral (
                    select position, folded from touches
                    where timeline = $1 and subject = named.subject and %s and position <= $3 offset 0
                ) t cross join lateral (
                    select coalesce(root, position) as root from facts
                    where timeline = $1 and position = t.position offset 0
                ) f cross join lateral (
                    select position from facts
                    where timeline = $1 and position = f.root and %s offset 0
                ) r
            )
            """;

    private static final String DEATHS =
            OF_KIND.formatted("folded", "type = 'PersonDied'") + OF_ROOTS;

    private static final String LIVES =
            OF_KIND.formatted("folded", "type in ('PersonBorn', 'PersonDied')") + OF_ROOTS;

    /** A vacation is not folded with the person's spans, but bears on them. */
    private static final String BEARING =
            OF_KIND.formatted(
                            "folded = any('{true,false}')", "(t.folded or type = 'OfficeVacated')")
                    + OF_ROOTS;

    /** The last row that was added by then tells: it stands, or was closed. */
    private static final String MENTIONED =
            """
            select s.subject
            from (
                select subject, split_part(subject, '/', 1) as kind, split_part(subject, '/', 2) as slug
                from unnest($2::text[]) as u (subject)
            ) s cross join lateral (
                select e.known_until from entities e
                where e.timeline = $1 and e.kind = s.kind and e.slug = s.slug and e.known_from <= $3
                order by e.known_from desc limit 1
            ) last
            where last.known_until > $3
            """;

    private final SqlClient client;
    private final int timeline;
    private final long known;

    /**
     * @param timeline the timeline's key
     * @param known position up to which facts are read
     */
    LineageReader(SqlClient client, int timeline, long known) {
        this.client = client;
        this.timeline = timeline;
        this.known = known;
    }

    Uni<List<Lineage>> byId(Set<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : read(BY_ID, Tuple.of(timeline, ids.toArray(UUID[]::new), known));
    }

    /** Those that the spans and descriptions of any of these entities can depend on. */
    Uni<List<Lineage>> folded(Set<Subject> subjects) {
        return bySubject(FOLDED, subjects);
    }

    /** Those that touch any of these entities. */
    Uni<List<Lineage>> touching(Set<Subject> subjects) {
        return bySubject(TOUCHING, subjects);
    }

    /** Those that say when any of these people were born or died. */
    Uni<List<Lineage>> lives(Set<Subject> people) {
        return bySubject(LIVES, people);
    }

    /** Those that say anything of any of these entities, or bound a span that names one. */
    Uni<List<Lineage>> bearing(Set<Subject> subjects) {
        return bySubject(BEARING, subjects);
    }

    /** Teaches a working set whatever it needs for folding the changes. */
    Uni<Void> teach(WorkingSet workingSet, List<Change> changes) {
        Need need = workingSet.need(changes);
        return need.isEmpty()
                ? Uni.createFrom().voidItem()
                : read(need)
                        .invoke(taught -> workingSet.learn(need, taught))
                        .chain(() -> teach(workingSet, changes));
    }

    private Uni<Taught> read(Need need) {
        return Uni.combine()
                .all()
                .unis(
                        folded(need.subjects()),
                        touching(need.counted()),
                        bySubject(DEATHS, need.deaths().stream().map(Subject::person).toList()),
                        mentioned(need.subjects()))
                .with(Taught::new);
    }

    private Uni<List<Lineage>> bySubject(String sql, Collection<Subject> subjects) {
        return subjects.isEmpty()
                ? Uni.createFrom().item(List.of())
                : read(sql, Tuple.of(timeline, words(subjects), known));
    }

    private Uni<Set<Subject>> mentioned(Set<Subject> subjects) {
        return client.preparedQuery(MENTIONED)
                .execute(Tuple.of(timeline, words(subjects), known))
                .map(
                        rows -> {
                            Set<Subject> mentioned = new HashSet<>();
                            rows.forEach(row -> mentioned.add(Subject.parse(row.getString(0))));
                            return mentioned;
                        });
    }

    private static String[] words(Collection<Subject> subjects) {
        return subjects.stream().map(Subject::toString).toArray(String[]::new);
    }

    private Uni<List<Lineage>> read(String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters).map(LineageReader::lineages);
    }

    private static List<Lineage> lineages(RowSet<Row> rows) {
        Map<Long, List<RecordedFact>> byRoot = new LinkedHashMap<>();
        for (Row row : rows) {
            byRoot.computeIfAbsent(row.getLong(0), _ -> new ArrayList<>())
                    .add(FactReader.recorded(row.getString(1)));
        }
        return byRoot.values().stream()
                .map(facts -> new Lineage(facts.getFirst(), facts.subList(1, facts.size())))
                .toList();
    }
}
