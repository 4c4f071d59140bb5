package dev.annals.log;

import static dev.annals.testing.Client.append;
import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.conditional;
import static dev.annals.testing.Facts.event;
import static dev.annals.testing.Facts.id;
import static dev.annals.testing.Facts.list;
import static dev.annals.testing.Facts.retracted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that one transaction commits: each is judged by itself, after those before it. */
@QuarkusTest
@RunningService
@Timeout(60)
class GroupTest {

    private static final Duration AT_MOST = Duration.ofSeconds(20);

    @Inject DataSource database;
    @Inject MeterRegistry meters;

    private final String timeline = Client.timeline();

    /** Sends requests in this order while the timeline is locked, so that they become a group. */
    private List<Answer> appendTogether(Object... bodies) throws Exception {
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                lock(connection);
                answers.add(executor.submit(() -> append(timeline, event("goes ahead"))));
                awaitLockWait();
                int facts = 0;
                for (Object body : bodies) {
                    answers.add(executor.submit(() -> append(timeline, body)));
                    facts += LogReading.parse(body.toString()).findValuesAsText("id").size();
                    awaitWaiting(facts);
                }
                connection.rollback();
            }
            List<Answer> all = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                all.add(answer.get());
            }
            return all.subList(1, all.size());
        }
    }

    private void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select 1 from timelines where id = ? for update")) {
            lock.setString(1, timeline);
            lock.executeQuery();
        }
    }

    private void awaitLockWait() throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = database.getConnection();
                PreparedStatement waiting =
                        connection.prepareStatement(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")) {
            while (true) {
                try (var rows = waiting.executeQuery()) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        return;
                    }
                }
                checkPatience(start);
            }
        }
    }

    private void awaitWaiting(int facts) {
        long start = System.nanoTime();
        while (meters.get("annals.append.waiting").gauge().value() < facts) {
            checkPatience(start);
        }
    }

    private static void checkPatience(long startNanos) {
        assertThat(System.nanoTime() - startNanos).isLessThan(AT_MOST.toNanos());
        Thread.onSpinWait();
    }

    private static List<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).toList();
    }

    @Test
    void a_request_that_is_refused_fails_alone() throws Exception {
        ObjectNode first = event("first");
        List<Answer> answers =
                appendTogether(
                        first,
                        retracted(event("nowhere")),
                        list(event("a"), retracted(event("nowhere")), event("b")),
                        first.deepCopy().put("title", "other"),
                        conditional(list(event("late")), "{\"after\": 0}"),
                        event("last"));
        assertThat(statuses(answers)).containsExactly(201, 422, 422, 409, 409, 201);
        assertThat(LogReading.facts(timeline).stream().map(f -> f.get("title").textValue()))
                .containsExactly("goes ahead", "first", "last");
    }

    @Test
    void later_requests_know_what_earlier_ones_appended() throws Exception {
        ObjectNode fact = assumed("premier", "malenkov", "1953");
        ObjectNode retraction = retracted(fact);
        List<Answer> answers =
                appendTogether(fact, retraction, retracted(retraction), fact, retraction);
        assertThat(statuses(answers)).containsExactly(201, 201, 201, 200, 200);
        assertThat(answers.get(3).json().get("facts").get(0).get("position").longValue())
                .isEqualTo(2);
        assertThat(Client.ask(timeline, "facts/" + id(fact)).get("inEffect").booleanValue())
                .isTrue();
        assertThat(Client.ask(timeline, "facts/" + id(fact) + "?known=3").get("inEffect"))
                .hasToString("false");
    }

    @Test
    void later_requests_do_not_know_what_was_refused() throws Exception {
        ObjectNode fact = event("refused with its request");
        List<Answer> answers =
                appendTogether(
                        list(fact, retracted(event("nowhere"))),
                        retracted(fact),
                        fact.deepCopy().put("title", "other"));
        assertThat(statuses(answers)).containsExactly(422, 422, 201);
    }

    @Test
    void conditions_see_what_their_group_appended_before_them() throws Exception {
        String untouched = "{\"after\": 0, \"subjects\": [\"office/premier\"]}";
        List<Answer> answers =
                appendTogether(
                        conditional(list(assumed("premier", "a", "1953")), untouched),
                        conditional(list(assumed("premier", "b", "1953")), untouched),
                        conditional(list(event("x")), "{\"after\": 2}"),
                        conditional(list(event("y")), "{\"after\": 2}"));
        assertThat(statuses(answers)).containsExactly(201, 409, 201, 409);
        assertThat(answers.get(1).json().get("conflicting").get(0).longValue()).isEqualTo(2);
        assertThat(answers.get(3).json().get("conflicting").get(0).longValue()).isEqualTo(3);
    }
}
