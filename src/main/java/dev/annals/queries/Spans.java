package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.EntityKind;
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
import java.util.Comparator;
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

    private static final String COLUMNS = "select " + SpanRow.columns("$2");

    private static final String KNOWN =
            " where s.timeline = $1 and s.known_from <= $2 and s.known_until > $2\n";

    /** Days before and after all others, as far as {@code office_area} tells them apart. */
    static final String EVER_FROM = "-4294967295";

    static final String EVER_UNTIL = "4294967295";

    private static final String POSSIBLE = "and s.begin_earliest <= $4 and s.end_latest > $3\n";

    private static final String STATE =
            "from " + within("$3", "$4", "$2", "$2") + " s\n" + KNOWN + POSSIBLE;

    private static final String OF_ANY =
            """
            from (
                select s.* from unnest($5::text[]) as named (office) cross join lateral %s s
                where s.office = named.office
                union
                select s.* from unnest($6::text[]) as named (person) cross join lateral (
                    select * from spans
                    where timeline = $1 and person = named.person and begin_earliest <= $4 offset 0
                ) s
                union
                select s.* from unnest($7::text[]) as named (place) cross join lateral (
                    select * from spans
                    where timeline = $1 and place = named.place and begin_earliest <= $4 offset 0
                ) s
            ) s
            """
                            .formatted(ofOffice("named.office", "$3", "$4", "$2", "$2"))
                    + KNOWN
                    + "and s.begin_earliest <= $4 and s.end_latest >= $3";

    /** Told by us: PostgreSQL takes longer to sort spans than to find them. */
    private static final Comparator<SpanRow> ORDER =
            Comparator.comparing((SpanRow span) -> span.kind().word())
                    .thenComparing(SpanRow.BY_BEGIN);

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

    /** The same of an office. */
    static String ofOffice(
            String office, String firstDay, String lastDay, String firstKnown, String lastKnown) {
        return """
                (
                    select * from spans
                    where office_area(timeline, office, begin_earliest, end_latest, known_from, known_until)
                        && office_area($1, %s, %s, %s, %s, %s) and office is not null offset 0
                )"""
                .formatted(office, firstDay, lastDay, firstKnown, lastKnown);
    }

    /** For each row that holds a span's key, the span: looked up by itself, as above. */
    static String of(String row) {
        return """
                (
                    select * from spans
                    where timeline = $1 and opened_by = %1$s.opened_by and kind = %1$s.kind
                        and before = %1$s.before and known_from = %1$s.known_from offset 0
                )"""
                .formatted(row);
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
        if (narrowing.equals(Narrowing.NONE)) {
            return read(COLUMNS + STATE, parameters);
        }
        String condition = narrowed(narrowing, parameters);
        String spans =
                narrowing.office().isPresent() ? ofOffice("$5", "$3", "$4", "$2", "$2") : "spans";
        return read(COLUMNS + "from " + spans + " s" + KNOWN + POSSIBLE + condition, parameters);
    }

    /** All spans that name the entity. */
    public Uni<List<SpanRow>> of(KnownAt known, Subject subject) {
        Tuple parameters = Tuple.of(known.timeline(), known.position());
        String condition = narrowed(Narrowing.to(subject), parameters);
        String spans =
                subject.kind() == EntityKind.OFFICE
                        ? ofOffice("$3", EVER_FROM, EVER_UNTIL, "$2", "$2")
                        : "spans";
        return read(COLUMNS + "from " + spans + " s" + KNOWN + condition, parameters);
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
        return read(COLUMNS + OF_ANY, parameters);
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

    private Uni<List<SpanRow>> read(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(Spans::spans);
    }

    private static List<SpanRow> spans(RowSet<Row> rows) {
        List<SpanRow> spans = new ArrayList<>(rows.size());
        rows.forEach(row -> spans.add(SpanRow.of(row)));
        spans.sort(ORDER);
        return spans;
    }
}
