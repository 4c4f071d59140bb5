package dev.annals.queries;

import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.queries.Spans.Narrowing;
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
 * Finds the offices, people and places in whose facts there may be a conflict, in order of slug. Of
 * people and places nearly all are passed over by what the views say of them.
 */
@ApplicationScoped
public class ConflictOwners {

    /** How many facts are read at once, unless one entity has more. */
    private static final int MOST_FACTS = 1_000;

    private static final int OFFICES = 200;
    private static final int OTHERS = 2_000;

    /**
     * A stretch of the order.
     *
     * @param owners that may be in conflict
     * @param lookedAt how many entities the stretch has
     * @param last slug of the stretch; empty if it is the last of its kind
     */
    public record Stretch(List<Subject> owners, int lookedAt, Optional<String> last) {

        static final Stretch NONE = new Stretch(List.of(), 0, Optional.empty());
    }

    private static final String OF_KIND =
            """
            with chunk as (
                select e.slug from entities e
                where e.timeline = $1 and e.kind = $3 and e.slug >= $4 and (e.slug > $4 or $5)
                    and e.known_from <= $2 and e.known_until > $2
                order by e.slug limit $6
            )
            """;

    /** Those that any fact about the one named, whether in effect or not, names as well. */
    private static final String NAMED_WITH =
            """
            with named as (
                select distinct coalesce(f.json::jsonb ->> $3::text, f.json::jsonb #>> array['with', $3::text]) as slug
                from touches t
                cross join lateral (select * from facts where timeline = $1 and position = t.position offset 0) f
                cross join lateral (
                    select type from facts where timeline = $1 and position = coalesce(f.root, f.position) offset 0
                ) r
                where t.timeline = $1 and t.subject = $7 and t.position <= $2 and r.type = any($8)
            ), chunk as (
                select slug collate "C" as slug from named
                where slug collate "C" >= $4 and (slug collate "C" > $4 or $5) order by 1 limit $6
            )
            """;

    private static final String ONE =
            """
            with chunk as (
                select one.slug from (select $7::text collate "C" as slug) one
                where one.slug >= $4 and (one.slug > $4 or $5) limit $6
            )
            """;

    private static final String WEIGHED =
            """
            select c.slug,
                (select count(*) from (
                    select from touches t
                    where t.timeline = $1 and t.subject = $3::text || '/' || c.slug and t.folded and t.position <= $2
                    limit 1000) n) as facts,
                %s as is_candidate
            from chunk c order by c.slug
            """;

    /** Two relocations, or a death that some reading of its fact puts before a birth. */
    private static final String MAY_CONTRADICT_A_LIFE =
            """
            (select count(*) > 1 from (
                select from spans s
                where s.timeline = $1 and s.person = c.slug and s.kind = 'resting-place' and not s.before
                    and s.known_from <= $2 and s.known_until > $2 limit 2) n)
            or coalesce((
                select min(d.latest) filter (where r.type = 'PersonDied')
                    < max(d.earliest) filter (where r.type = 'PersonBorn')
                from touches t
                cross join lateral (select * from facts where timeline = $1 and position = t.position offset 0) f
                cross join lateral (
                    select * from facts where timeline = $1 and position = coalesce(f.root, f.position)
                        and type in ('PersonBorn', 'PersonDied') offset 0
                ) r
                cross join lateral (
                    select r.earliest, r.latest
                    union all
                    select a.earliest, a.latest from amended_facts a
                    where a.timeline = $1 and a.position = r.position and a.known_from <= $2
                ) d
                where t.timeline = $1 and t.subject = 'person/' || c.slug and t.folded and t.position <= $2), false)
            """;

    private static final String HAS_TWO_NAMES =
            """
            (select count(*) > 1 from (
                select from spans s
                where s.timeline = $1 and s.place = c.slug and s.kind = 'place-name' and not s.before
                    and s.known_from <= $2 and s.known_until > $2 limit 2) n)
            """;

    private final Pool pool;

    ConflictOwners(Pool pool) {
        this.pool = pool;
    }

    /** The next stretch after a place, among entities of the kind that the place names. */
    Uni<Stretch> after(KnownAt known, Narrowing narrowing, ConflictPlace place) {
        int most = place.kind() == EntityKind.OFFICE ? OFFICES : OTHERS;
        Tuple parameters =
                Tuple.of(known.timeline(), known.position())
                        .addString(place.kind().word())
                        .addString(place.slug())
                        .addBoolean(place.given() != ConflictPlace.ALL)
                        .addInteger(most);
        Optional<String> chunk = chunk(narrowing, place.kind(), parameters);
        if (chunk.isEmpty()) {
            return Uni.createFrom().item(Stretch.NONE);
        }
        String sql = chunk.get() + WEIGHED.formatted(candidate(place.kind()));
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> stretch(place.kind(), rows, most));
    }

    /**
     * A conflict of an office names no place, one of a person no office, one of a place only it.
     */
    private static Optional<String> chunk(Narrowing to, EntityKind kind, Tuple parameters) {
        return switch (kind) {
            case OFFICE -> {
                if (to.place().isPresent()) {
                    yield Optional.empty();
                }
                yield Optional.of(
                        to.office().isPresent()
                                ? one(to.office().get(), parameters)
                                : to.person()
                                        .map(
                                                person ->
                                                        namedWith(
                                                                Subject.person(person),
                                                                parameters,
                                                                "OfficeAssumed",
                                                                "OfficeVacated"))
                                        .orElse(OF_KIND));
            }
            case PERSON -> {
                if (to.office().isPresent()) {
                    yield Optional.empty();
                }
                yield Optional.of(
                        to.person().isPresent()
                                ? one(to.person().get(), parameters)
                                : to.place()
                                        .map(
                                                place ->
                                                        namedWith(
                                                                Subject.place(place),
                                                                parameters,
                                                                "BodyRelocated"))
                                        .orElse(OF_KIND));
            }
            case PLACE ->
                    to.office().isPresent() || to.person().isPresent()
                            ? Optional.empty()
                            : Optional.of(to.place().map(p -> one(p, parameters)).orElse(OF_KIND));
        };
    }

    private static String one(Slug slug, Tuple parameters) {
        parameters.addString(slug.value());
        return ONE;
    }

    private static String namedWith(Subject subject, Tuple parameters, String... types) {
        parameters.addString(subject.toString()).addArrayOfString(types);
        return NAMED_WITH;
    }

    private static String candidate(EntityKind kind) {
        return switch (kind) {
            case OFFICE -> "true";
            case PERSON -> MAY_CONTRADICT_A_LIFE;
            case PLACE -> HAS_TWO_NAMES;
        };
    }

    private static Stretch stretch(EntityKind kind, RowSet<Row> rows, int most) {
        List<Subject> owners = new ArrayList<>();
        long facts = 0;
        int lookedAt = 0;
        String last = "";
        for (Row row : rows) {
            if (row.getBoolean("is_candidate")) {
                facts += row.getLong("facts");
                if (facts > MOST_FACTS && !owners.isEmpty()) {
                    return new Stretch(owners, lookedAt, Optional.of(last));
                }
                owners.add(new Subject(kind, new Slug(row.getString("slug"))));
            }
            last = row.getString("slug");
            lookedAt++;
        }
        return new Stretch(
                owners, lookedAt, rows.size() < most ? Optional.empty() : Optional.of(last));
    }
}
