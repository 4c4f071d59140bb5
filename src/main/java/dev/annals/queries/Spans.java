package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads spans as known at a position, ordered by kind and begin. */
@ApplicationScoped
public class Spans {

    /** Which spans to read: those that name each entity given. */
    public record Narrowing(Optional<Slug> office, Optional<Slug> person, Optional<Slug> place) {
        public static final Narrowing NONE =
                new Narrowing(Optional.empty(), Optional.empty(), Optional.empty());

        /** Whether all that are asked for are among these. */
        public boolean isMetBy(Collection<Subject> subjects) {
            return subjects.containsAll(subjects());
        }

        public List<Subject> subjects() {
            return Stream.of(
                            office.map(Subject::office),
                            person.map(Subject::person),
                            place.map(Subject::place))
                    .flatMap(Optional::stream)
                    .toList();
        }

        public static Narrowing to(Subject subject) {
            Optional<Slug> slug = Optional.of(subject.slug());
            return switch (subject.kind()) {
                case OFFICE -> new Narrowing(slug, Optional.empty(), Optional.empty());
                case PERSON -> new Narrowing(Optional.empty(), slug, Optional.empty());
                case PLACE -> new Narrowing(Optional.empty(), Optional.empty(), slug);
            };
        }
    }

    private static final String KNOWN =
            "where s.timeline = $1 and s.known_from <= $2 and s.known_until > $2\n";

    private static final String FROM = "from spans s\n" + labels("$2") + KNOWN;

    private static final String POSSIBLE = "and s.begin_earliest <= $4 and s.end_latest > $3\n";

    private static final String STATE =
            "from " + within("$3", "$4", "$2", "$2") + " s\n" + labels("$2") + KNOWN + POSSIBLE;

    private static final String ORDER =
            " order by s.kind, s.begin_earliest, s.begin_latest, s.opened_by, s.before desc";

    /**
     * The spans of the timeline {@code $1} around some days and positions, all inclusive, and
     * perhaps a few more: the exact comparison is for who asks. By itself ("offset 0" keeps it so),
     * since a planner would rather walk the timeline's key than trust the index over both axes.
     */
    static String within(String firstDay, String lastDay, String firstKnown, String lastKnown) {
        return """
                (
                    select * from spans
                    where span_area(timeline, begin_earliest, end_latest, known_from, known_until)
                        && span_area($1, %s, %s, %s, %s) offset 0
                )"""
                .formatted(firstDay, lastDay, firstKnown, lastKnown);
    }

    /**
     * Joins the labels of all that the spans {@code s} name.
     *
     * @param known an expression for the position as of which they are known
     */
    static String labels(String known) {
        return label("o", "office", known)
                + label("p", "person", known)
                + label("l", "place", known);
    }

    /** Through the key, row by row: a planner without statistics would join each with all. */
    private static String label(String alias, String kind, String known) {
        return """
                left join lateral (
                    select e.label, e.seats, e.description from entities e
                    where e.timeline = $1 and e.kind = '%2$s' and e.slug = s.%2$s
                        and e.known_from <= %3$s and e.known_until > %3$s
                    order by e.known_from desc limit 1
                ) %1$s on true
                """
                .formatted(alias, kind, known);
    }

    private final Pool pool;

    Spans(Pool pool) {
        this.pool = pool;
    }

    /** The spans that may cover the days of the question. */
    public Uni<List<SpanRow>> on(KnownAt known, Bounds question, Narrowing narrowing) {
        long from = question.earliest().epochDay();
        long to = question.latest().epochDay();
        Tuple parameters = Tuple.of(known.timeline(), known.position(), from, to);
        return narrowing.equals(Narrowing.NONE)
                ? read(STATE, parameters)
                : read(FROM + POSSIBLE + narrowed(narrowing, parameters), parameters);
    }

    /** All spans that name the entity. */
    public Uni<List<SpanRow>> of(KnownAt known, Subject subject) {
        Tuple parameters = Tuple.of(known.timeline(), known.position());
        return read(FROM + narrowed(Narrowing.to(subject), parameters), parameters);
    }

    /** The spans of any of these entities that touch the days between. */
    public Uni<List<SpanRow>> around(
            KnownAt known,
            Bounds days,
            List<String> offices,
            List<String> people,
            List<String> places) {
        Tuple parameters =
                Tuple.of(
                                known.timeline(),
                                known.position(),
                                days.earliest().epochDay(),
                                days.latest().epochDay())
                        .addArrayOfString(offices.toArray(String[]::new))
                        .addArrayOfString(people.toArray(String[]::new))
                        .addArrayOfString(places.toArray(String[]::new));
        return read(
                FROM
                        + "and s.begin_earliest <= $4 and s.end_latest >= $3"
                        + " and (s.office = any($5) or s.person = any($6) or s.place = any($7))",
                parameters);
    }

    /** Conditions on the columns of {@code s}, whose parameters are added to those given. */
    static String narrowed(Narrowing narrowing, Tuple parameters) {
        StringBuilder sql = new StringBuilder();
        narrow(sql, "s.office", narrowing.office(), parameters);
        narrow(sql, "s.person", narrowing.person(), parameters);
        narrow(sql, "s.place", narrowing.place(), parameters);
        return sql.toString();
    }

    private static void narrow(
            StringBuilder sql, String column, Optional<Slug> slug, Tuple parameters) {
        slug.ifPresent(
                s -> {
                    parameters.addString(s.value());
                    sql.append(" and ").append(column).append(" = $").append(parameters.size());
                });
    }

    private Uni<List<SpanRow>> read(String from, Tuple parameters) {
        String sql = "select " + SpanRow.COLUMNS + from + ORDER;
        return pool.preparedQuery(sql).execute(parameters).map(Spans::spans);
    }

    private static List<SpanRow> spans(RowSet<Row> rows) {
        List<SpanRow> spans = new ArrayList<>(rows.size());
        rows.forEach(row -> spans.add(SpanRow.of(row)));
        return spans;
    }
}
