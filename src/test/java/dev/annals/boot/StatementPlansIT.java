package dev.annals.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.scenarios.RunningService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How PostgreSQL answers the statements of the service: a session plans each once, whatever its
 * tables hold at that time. {@code -Dannals.plans.write=true} writes the plans anew, for a look at
 * what has changed.
 */
class StatementPlansIT {

    private static final Path GOLDEN = Path.of("src/test/resources/plans.txt");
    private static final String TOKEN = "open-sesame";
    private static final String FLAGSHIP = "/timelines/soviet-union-1953-1964";
    private static final String MADE = "made";
    private static final int REQUESTS = 12;
    private static final int TENURES = 250;

    private static final String RETRACTED =
            """
            {"type": "FactRetracted", "fact": "%s", "reason": "it is doubted", "sources": []}
            """;

    private static final String DESCRIBED =
            """
            {"type": "PersonDescribed", "person": "person-1", "name": "A Name", "sources": []}
            """;

    private static final String CONDITION =
            """
            {"facts": [%s], "condition": {"after": 1, "subjects": ["person/nobody"]}}
            """;

    private static final String IDENTIFIED =
            """
            {"id": "6d3b9a52-7c1f-4f0e-9b43-5a0a4c1f2e77", "type": "PersonBorn", "person": "person-1",
             "date": "1000", "sources": []}
            """;

    private static final List<String> ASKED =
            List.of(
                    "?known=100",
                    "/state?on=1958-03-28",
                    "/state?on=1958-03-28&known=100",
                    "/state?on=1958-03-28&office=premier-of-the-soviet-union",
                    "/state?on=1958-03-28&office=premier-of-the-soviet-union&person=joseph-stalin",
                    "/state?on=1958-03-28&person=joseph-stalin",
                    "/state?on=1958-03-28&place=moscow",
                    "/offices",
                    "/people?q=k",
                    "/places",
                    "/offices/premier-of-the-soviet-union",
                    "/people/joseph-stalin",
                    "/places/moscow",
                    "/offices/premier-of-the-soviet-union/holders?on=1960",
                    "/facts",
                    "/facts?type=OfficeAssumed&subject=person/nikita-khrushchev&from=1953&to=1964",
                    "/facts?subject=person/nikita-khrushchev",
                    "/facts?type=OfficeAssumed",
                    "/facts?from=1953&to=1954",
                    "/why?office=premier-of-the-soviet-union&on=1958-03-28",
                    "/why?office=premier-of-the-soviet-union&on=1958-03-28&person=joseph-stalin",
                    "/why?person=joseph-stalin&on=1958-03-28",
                    "/why?place=moscow&on=1958-03-28",
                    "/changes?from=1953&to=1964",
                    "/changes?on=1958-03-28&known-from=1&known-to=600",
                    "/changes?on=1958-03-28&office=premier-of-the-soviet-union",
                    "/changes?on=1958-03-28&person=joseph-stalin",
                    "/changes?on=1958-03-28&place=moscow",
                    "/changes?from=1953&to=1964&office=premier-of-the-soviet-union",
                    "/changes?from=1953&to=1964&person=joseph-stalin",
                    "/changes?from=1953&to=1964&place=moscow",
                    "/conflicts",
                    "/conflicts?office=premier-of-the-soviet-union",
                    "/conflicts?person=joseph-stalin",
                    "/conflicts?place=moscow",
                    "/conflicts?known=100",
                    "/replay?speed=max",
                    "/replay?speed=max&from=1956&to=1957&known=600",
                    "/exports",
                    "/exports/facts.ndjson",
                    "/exports/facts.csv",
                    "/exports/popolo.json",
                    "/exports/timelinejs.json",
                    "/exports/calendar.ics",
                    "/exports/graph.jsonld");

    @TempDir private static Path folder;
    private static EmbeddedPostgres postgres;
    private static Set<String> statements;

    @BeforeAll
    static void use_everything_once() throws Exception {
        Path data = folder.resolve("postgres");
        postgres =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("logging_collector", "on")
                        .setServerConfig("log_destination", "jsonlog")
                        .setServerConfig("log_statement", "all")
                        .start();
        try (RunningService service = serviceOn("postgres")) {
            ask(service);
        }
        run("create database full_of_facts template postgres");
        try (RunningService service = serviceOn("full_of_facts")) {
            append(service);
        }
        statements = LoggedStatements.of(data.resolve("log"));
    }

    @AfterAll
    static void end() throws IOException {
        postgres.close();
    }

    private static RunningService serviceOn(String database) {
        return RunningService.start(
                folder.resolve("data"),
                Map.of(
                        "ANNALS_DATABASE_URL",
                        "postgresql://postgres@127.0.0.1:%d/%s"
                                .formatted(postgres.getPort(), database),
                        "ANNALS_WRITE_TOKENS",
                        "ann=" + TOKEN));
    }

    private static void ask(RunningService service) {
        service.get("/timelines");
        String id = service.get(FLAGSHIP + "/facts?limit=1").at("/facts/0/id").asText();
        service.get(FLAGSHIP + "/facts/" + id);
        ASKED.forEach(path -> assertThat(service.status(FLAGSHIP + path)).as(path).isEqualTo(200));
    }

    private static void append(RunningService service) {
        service.open(MADE, TOKEN);
        for (int request = 0; request < REQUESTS; request++) {
            append(service, "", facts(request));
        }
        String id = service.get("/timelines/" + MADE + "/facts?limit=1").at("/facts/0/id").asText();
        append(service, "?preview=true", RETRACTED.formatted(id));
        append(service, "", RETRACTED.formatted(id));
        append(service, "", CONDITION.formatted(DESCRIBED));
        append(service, "", DESCRIBED);
        append(service, "", IDENTIFIED);
        append(service, "", IDENTIFIED);
    }

    private static void append(RunningService service, String query, String facts) {
        HttpResponse<String> answer = service.append(MADE, query, facts, TOKEN);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private static String facts(int request) {
        return IntStream.range(request * TENURES, (request + 1) * TENURES)
                .mapToObj(StatementPlansIT::tenure)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String tenure(int number) {
        int begin = 1000 + number % 50 * 10;
        return """
        {"type": "OfficeAssumed", "office": "office-%1$d", "person": "person-%2$d", "date": "%3$d", "sources": []},
        {"type": "OfficeVacated", "office": "office-%1$d", "person": "person-%2$d", "date": "%4$d", "sources": []}\
        """
                .formatted(number / 50, number, begin, begin + 10);
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&preferQueryMode=simple"
                        .formatted(postgres.getPort(), database));
    }

    private static String plans(Connection connection) throws SQLException {
        StringJoiner plans = new StringJoiner("\n");
        try (Statement session = connection.createStatement()) {
            for (var setting : Sessions.ALWAYS.entrySet()) {
                session.execute("set %s = '%s'".formatted(setting.getKey(), setting.getValue()));
            }
            for (String statement : statements) {
                plans.add("-- " + statement);
                try (ResultSet lines =
                        session.executeQuery("explain (generic_plan, costs off) " + statement)) {
                    while (lines.next()) {
                        plans.add(lines.getString(1));
                    }
                }
                plans.add("");
            }
        }
        return plans.toString();
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connect("postgres")) {
            run(connection, sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void tables_full_of_facts() throws Exception {
        try (Connection connection = connect("full_of_facts")) {
            run(connection, "analyze");
            String plans = plans(connection);
            if (Boolean.getBoolean("annals.plans.write")) {
                Files.writeString(GOLDEN, plans);
            }
            assertThat(plans).isEqualTo(Files.readString(GOLDEN));
        }
    }

    @Test
    void tables_with_little_in_them() throws Exception {
        try (Connection connection = connect("postgres")) {
            run(connection, "analyze");
            assertThat(plans(connection)).isEqualTo(Files.readString(GOLDEN));
        }
    }

    @Test
    void empty_tables() throws Exception {
        run("create database without_facts");
        Flyway.configure()
                .dataSource(postgres.getDatabase("postgres", "without_facts"))
                .load()
                .migrate();
        try (Connection connection = connect("without_facts")) {
            assertThat(plans(connection)).isEqualTo(Files.readString(GOLDEN));
        }
    }
}
