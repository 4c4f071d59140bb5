package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import dev.annals.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of any origin may read and follow; none may write. */
@QuarkusTest
@RunningService
class CrossOriginTest {

    private static final String FACTS = "/timelines/soviet-union-1953-1964/facts";
    private static final String ORIGIN = "https://history.example";

    private static List<String> words(Answer answer, String header) {
        String value = String.valueOf(answer.header(header)).toLowerCase(Locale.ROOT);
        return List.of(value.split(", *"));
    }

    private static Answer preflight(String method, String headers) {
        return Client.send(
                "OPTIONS",
                FACTS,
                null,
                "Origin",
                ORIGIN,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                headers);
    }

    private static boolean allowsOrigin(Answer answer) {
        return List.of("*", ORIGIN).contains(answer.header("access-control-allow-origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ORIGIN, "null", "http://localhost:3000"})
    void any_origin_may_read(String origin) {
        Answer answer = Client.get(FACTS + "?limit=1", "Origin", origin).expect(200);
        assertThat(answer.header("access-control-allow-origin")).isIn("*", origin);
        assertThat(words(answer, "access-control-expose-headers")).contains("etag", "location");
        assertThat(answer.header("vary")).contains("Origin");
        assertThat(answer.header("access-control-allow-credentials")).isNull();
    }

    @Test
    void a_problem_can_be_read_too() {
        Answer answer = Client.get("/timelines/none", "Origin", ORIGIN);
        answer.problem(404, "unknown-timeline");
        assertThat(allowsOrigin(answer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nope, application/json, 404",
        "GET, /timelines/soviet-union-1953-1964/state, application/json, 400",
        "GET, /timelines, image/png, 406",
        "DELETE, /timelines, application/json, 405",
        "POST, /timelines/soviet-union-1953-1964/facts, application/json, 401",
        "PUT, /timelines/mine, application/json, 401"
    })
    void each_refusal_can_be_read_too(String method, String path, String accept, int status) {
        Answer answer =
                Client.send(
                        method,
                        path,
                        HttpRequest.BodyPublishers.ofString("{}"),
                        "Origin",
                        ORIGIN,
                        "Accept",
                        accept,
                        "Content-Type",
                        "application/json");
        assertThat(answer.expect(status).json().get("status").asInt()).isEqualTo(status);
        assertThat(allowsOrigin(answer)).isTrue();
        assertThat(answer.header("access-control-allow-credentials")).isNull();
    }

    @Test
    void what_is_wrong_with_a_body_can_be_read_too() {
        Answer answer =
                Client.send(
                        "POST",
                        "/timelines/" + Client.timeline() + "/facts",
                        HttpRequest.BodyPublishers.ofString("[]"),
                        "Origin",
                        ORIGIN,
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer " + TestDatabase.ALICE);
        answer.problem(422, "invalid-facts");
        assertThat(allowsOrigin(answer)).isTrue();
    }

    @Test
    void reading_and_going_on_after_an_event_is_granted() {
        for (String method : List.of("GET", "HEAD")) {
            Answer answer = preflight(method, "last-event-id");
            assertThat(answer.status()).isBetween(200, 204);
            assertThat(allowsOrigin(answer)).isTrue();
            assertThat(words(answer, "access-control-allow-methods")).contains("get", "head");
            assertThat(words(answer, "access-control-allow-headers")).contains("last-event-id");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void writing_is_not_granted(String method) {
        Answer answer = preflight(method, "authorization,content-type");
        assertThat(words(answer, "access-control-allow-methods"))
                .doesNotContain(method.toLowerCase(Locale.ROOT), "*");
    }

    @Test
    void who_names_no_origin_is_told_nothing_of_them() {
        assertThat(Client.get(FACTS + "?limit=1").header("access-control-allow-origin")).isNull();
    }
}
