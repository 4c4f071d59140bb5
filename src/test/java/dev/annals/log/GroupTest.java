package dev.annals.log;

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
import dev.annals.testing.Metrics;
import dev.annals.testing.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that one transaction commits: each is judged by itself, after those before it. */
@QuarkusTest
@RunningService
@Timeout(60)
class GroupTest {

    @Inject DataSource database;
    @Inject MeterRegistry meters;

    private final String timeline = Client.timeline();

    /** Sends requests in this order while the timeline is locked, so that they become a group. */
    private List<Answer> appendTogether(Object... bodies) throws Exception {
        try (HeldLane lane = HeldLane.of(database, meters, timeline)) {
            for (Object body : bodies) {
                lane.send(body);
            }
            return lane.letGo();
        }
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
    void a_request_that_the_database_does_not_take_fails_alone() throws Exception {
        asOwner("alter table facts add constraint a_trap check (json not like '%fell into it%')");
        try {
            List<Answer> answers =
                    appendTogether(event("first"), event("fell into it"), event("last"));
            assertThat(statuses(answers)).containsExactly(201, 500, 201);
            answers.get(1).problem(500, "internal-error");
            assertThat(answers.get(1).text()).doesNotContain("a_trap");
        } finally {
            asOwner("alter table facts drop constraint a_trap");
        }
        assertThat(LogReading.facts(timeline).stream().map(f -> f.get("title").textValue()))
                .containsExactly("goes ahead", "first", "last");
    }

    /** From the second try on nothing is remembered, and what is read for the views fails, too. */
    @Test
    void a_database_that_has_no_space_for_a_while_only_takes_longer() throws Exception {
        Client.append(timeline, assumed("premier", "malenkov", "1953"));
        asOwner(
                """
                create function no_space() returns trigger language plpgsql as $$
                begin raise exception 'no space left' using errcode = 'disk_full'; end $$;
                create trigger a_trap before insert on facts execute function no_space()
                """);
        CompletableFuture<Answer> answer =
                CompletableFuture.supplyAsync(
                        () -> Client.append(timeline, assumed("premier", "bulganin", "1955")));
        try {
            assertThat(answer.copy().completeOnTimeout(null, 2, TimeUnit.SECONDS).get()).isNull();
        } finally {
            asOwner("drop trigger a_trap on facts; drop function no_space()");
        }
        assertThat(answer.get().status()).isEqualTo(201);
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void who_comes_while_the_first_in_line_has_waited_long_is_turned_away_at_once()
            throws Exception {
        Metrics before = Metrics.now();
        try (HeldLane lane = HeldLane.of(database, meters, timeline)) {
            Optional<Answer> answer = Optional.empty();
            for (int sent = 0; sent < 20 && answer.isEmpty(); sent++) {
                answer = lane.sendAndWait(event("waits"), Duration.ofSeconds(1));
            }
            assertThat(answer).isPresent();
            answer.get().problem(503, "unavailable");
            assertThat(before.growth("annals_requests_refused_total{limit=\"appends\"}"))
                    .isEqualTo(1);
            assertThat(answer.get().header("retry-after")).isEqualTo("1");

            List<Answer> inTime = lane.letGo();
            assertThat(inTime.removeLast().status()).isEqualTo(503);
            assertThat(statuses(inTime)).hasSizeGreaterThan(3).containsOnly(201);
        }
    }

    /** The second group looks ids up: the first has shown that facts are sent again. */
    @Test
    void what_the_log_holds_is_found_whoever_it_comes_with() throws Exception {
        ObjectNode held = event("held");
        ObjectNode other = held.deepCopy().put("title", "other");
        Client.append(timeline, held).expect(201);
        for (int i = 1; i <= 2; i++) {
            List<Answer> answers =
                    appendTogether(
                            event("new " + i), held, other, list(event("with " + i), held), other);
            assertThat(statuses(answers)).containsExactly(201, 200, 409, 201, 409);
            assertThat(answers.get(1).json().get("facts").get(0).get("position").longValue())
                    .isEqualTo(1);
        }
        assertThat(LogReading.facts(timeline).stream().map(f -> f.get("title").textValue()))
                .containsExactly(
                        "held", "goes ahead", "new 1", "with 1", "goes ahead", "new 2", "with 2");
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
