package dev.annals.log;

import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Subject;
import dev.annals.views.Folded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which subjects some facts touch, as rows of the table {@code touches}. */
final class Touches {

    private static final String INSERT =
            """
            insert into touches (timeline, subject, folded, position)
            select $1, unnest($2::text[]), unnest($3::boolean[]), unnest($4::bigint[])
            """;

    private final List<String> subjects = new ArrayList<>();
    private final List<Boolean> folded = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();

    /**
     * @param rootType of the plain fact that the fact is finally about
     */
    void add(long position, FactType rootType, Set<Subject> touched) {
        for (Subject subject : touched) {
            subjects.add(subject.toString());
            folded.add(Folded.by(rootType, subject.kind()));
            positions.add(position);
        }
    }

    /** The statement that writes the rows; none if there are none. */
    List<Uni<?>> statements(SqlConnection connection, int timeline) {
        return subjects.isEmpty()
                ? List.of()
                : List.of(connection.preparedQuery(INSERT).execute(parameters(timeline)));
    }

    private Tuple parameters(int timeline) {
        return Tuple.tuple()
                .addInteger(timeline)
                .addArrayOfString(subjects.toArray(String[]::new))
                .addArrayOfBoolean(folded.toArray(Boolean[]::new))
                .addArrayOfLong(positions.toArray(Long[]::new));
    }
}
