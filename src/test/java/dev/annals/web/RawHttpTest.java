package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import dev.annals.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are broken, too large, or come piece by piece. */
@QuarkusTest
@RunningService
@Timeout(60)
class RawHttpTest {

    private static final int LIMIT = 10 * 1024 * 1024;
    private static final String HOST = "Host: annals.example";
    private static final String JSON = "Content-Type: application/json";
    private static final String ALICE = "Authorization: Bearer " + TestDatabase.ALICE;

    private final String post = "POST /timelines/" + Client.timeline() + "/facts HTTP/1.1";

    private static void isProblem(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
    }

    @Test
    void a_body_that_says_it_is_too_large_is_413() throws IOException {
        try (var connection = new RawConnection()) {
            connection.head(post, HOST, ALICE, JSON, "Content-Length: " + (LIMIT + 1));
            isProblem(connection.hearUntil("too-large"), 413);
        }
    }

    @Test
    void a_body_that_turns_out_too_large_is_413() throws IOException {
        try (var connection = new RawConnection()) {
            connection.head(post, HOST, ALICE, JSON, "Transfer-Encoding: chunked");
            String chunk = " ".repeat(1024 * 1024);
            for (int i = 0; i < 11; i++) {
                connection.say("100000\r\n" + chunk + "\r\n");
            }
            connection.say("0\r\n\r\n");
            isProblem(connection.hearUntil("too-large"), 413);
        }
    }

    @Test
    void a_body_of_just_the_limit_is_read() {
        String fact = Facts.event("x").toString();
        String timeline = Client.timeline();
        Client.append(timeline, fact + " ".repeat(LIMIT - fact.length())).expect(201);
        Client.append(timeline, fact + " ".repeat(LIMIT - fact.length() + 1))
                .problem(413, "too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "/nope, 404",
        "/timelines/x/facts, 401",
        "/timelines, 405",
        "/timelines/x/state, 405"
    })
    void who_sends_much_to_be_refused_gets_to_read_why(String path, int status)
            throws IOException, InterruptedException {
        try (var connection = new RawConnection()) {
            connection.head("POST " + path + " HTTP/1.1", HOST, JSON, "Content-Length: 20000000");
            isProblem(connection.sayMuch(20_000_000).hearUntil("\"status\":" + status), status);
        }
    }

    @Test
    void who_asks_whether_to_go_on_is_told() throws IOException {
        byte[] fact = Facts.event("x").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (var connection = new RawConnection()) {
            connection.head(
                    post,
                    HOST,
                    ALICE,
                    JSON,
                    "Expect: 100-continue",
                    "Content-Length: " + fact.length);
            assertThat(connection.hearUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");
            assertThat(connection.say(fact).hearUntil("\r\n\r\n")).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void a_body_that_breaks_off_appends_nothing() throws IOException {
        String timeline = Client.timeline();
        String fact = Facts.event("x").toString();
        try (var connection = new RawConnection()) {
            connection.head(
                    post.replaceAll("t-[^/]*", timeline),
                    HOST,
                    ALICE,
                    JSON,
                    "Content-Length: " + (fact.length() + 1));
            connection.say(fact);
        }
        Client.append(timeline, Facts.event("y")).expect(201);
        assertThat(LogReading.facts(timeline)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%ZZ HTTP/1.1",
                "GET /timelines/%FF%ZZ HTTP/1.1",
                "GET /timelines/soviet-union-1953-1964/state?on=%ZZ HTTP/1.1"
            })
    void a_path_that_cannot_be_decoded_is_a_problem(String line) throws IOException {
        try (var connection = new RawConnection()) {
            connection.head(line, HOST, "Connection: close");
            isProblem(connection.hearUntil("\"status\":400"), 400);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/timelines/soviet-union-1953-1964/state?on=1958&known=1&x=<`|> 200",
                "/timelines/soviet-union-1953-1964/facts?known=1&x={^} 200",
                "/timelines/|/facts?known=1 404",
                "/timelines/soviet-union-1953-1964/exports/facts.csv?x=[|] 200"
            })
    void a_target_that_no_uri_may_hold_is_answered_all_the_same(String target, int status)
            throws IOException {
        try (var connection = new RawConnection()) {
            connection.head("GET " + target + " HTTP/1.1", HOST, "Connection: close");
            assertThat(connection.hearUntil("\r\n")).startsWith("HTTP/1.1 " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";|", ";a=`", "?x=<|>", "?x=^"})
    void where_a_fact_is_told_to_be_holds_nothing_strange(String strange) throws IOException {
        String fact = Facts.event("x").toString();
        try (var connection = new RawConnection()) {
            connection.head(
                    post.replace("/facts", "/facts" + strange),
                    HOST,
                    ALICE,
                    JSON,
                    "Content-Length: " + fact.length());
            assertThat(connection.say(fact).hearUntil("\r\n\r\n"))
                    .startsWith("HTTP/1.1 201")
                    .doesNotContain(strange);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Nothing: x", "Host: evil\"host"})
    void a_request_without_a_proper_host_is_a_problem(String header) throws IOException {
        try (var connection = new RawConnection()) {
            connection.head("GET /timelines HTTP/1.1", header, "Connection: close");
            isProblem(connection.hearUntil("\"status\":400"), 400);
        }
    }

    @Test
    void requests_in_a_row_on_one_connection_are_answered_in_order() throws IOException {
        try (var connection = new RawConnection()) {
            connection.say("GET /nope HTTP/1.1\r\n" + HOST + "\r\n\r\n");
            connection.say("GET /timelines/none HTTP/1.1\r\n" + HOST + "\r\n\r\n");
            assertThat(connection.hearUntil("unknown-timeline")).contains("not-found");
        }
    }

    @Test
    void a_bad_request_leaves_the_connection_as_it_was() throws IOException {
        try (var connection = new RawConnection()) {
            connection.head(post, HOST, ALICE, JSON, "Content-Length: 1");
            connection.say("{");
            isProblem(connection.hearUntil("\"}"), 400);
            connection.head("GET /timelines/none HTTP/1.1", HOST);
            isProblem(connection.hearUntil("unknown-timeline"), 404);
        }
    }
}
