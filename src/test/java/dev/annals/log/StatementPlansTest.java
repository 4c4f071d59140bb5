package dev.annals.log;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the plans of all statements have in common, in each PostgreSQL that the service meets. */
@QuarkusTest
@RunningService
class StatementPlansTest {

    private static final Path PLANS = Path.of("src/test/resources/plans.txt");
    private static final String STATEMENT = "-- ";

    /** Ways to read that are good, or bad, by how much is in a table. */
    private static final String BY_SIZE =
            "(?s).*(Seq Scan|Bitmap|Hash Join|Merge Join|Gather|Parallel).*";

    /** A key of spans that is read from one end of the timeline to the other. */
    private static final String ALL_SPANS =
            "(?s).*using spans_pkey[^\n]*\n *Index Cond: (?![^\n]*opened_by).*";

    private static final String PARAMETERS =
            "select cardinality(parameter_types) from pg_prepared_statements where name = 'planned'";

    @Inject Pool pool;

    private static List<String> statements() throws IOException {
        return Files.readAllLines(PLANS).stream()
                .filter(line -> line.startsWith(STATEMENT))
                .map(line -> line.substring(STATEMENT.length()))
                .toList();
    }

    private String plan(String statement) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            run(connection, "prepare planned as " + statement);
            try {
                return planOfPrepared(connection);
            } finally {
                run(connection, "deallocate planned");
            }
        } finally {
            connection.closeAndAwait();
        }
    }

    private static String planOfPrepared(SqlConnection connection) {
        int parameters = run(connection, PARAMETERS).iterator().next().getInteger(0);
        String nulls = String.join(",", Collections.nCopies(parameters, "null"));
        String execute = parameters == 0 ? "execute planned" : "execute planned(" + nulls + ")";
        return StreamSupport.stream(
                        run(connection, "explain (costs off) " + execute).spliterator(), false)
                .map(row -> row.getString(0))
                .collect(joining("\n", "", "\n"));
    }

    private static RowSet<Row> run(SqlConnection connection, String sql) {
        return connection.query(sql).executeAndAwait();
    }

    @Test
    void none_depends_on_how_much_is_in_the_tables() throws IOException {
        assertThat(statements())
                .allSatisfy(statement -> assertThat(plan(statement)).doesNotMatch(BY_SIZE));
    }

    @Test
    void none_reads_all_spans_of_a_timeline_by_their_key() throws IOException {
        assertThat(statements())
                .allSatisfy(statement -> assertThat(plan(statement)).doesNotMatch(ALL_SPANS));
    }
}
