package dev.annals.web;

import static dev.annals.testing.Client.get;
import static dev.annals.testing.Client.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import dev.annals.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer outside 2xx and 3xx is a problem that says why. */
@QuarkusTest
@RunningService
class RefusalTest {

    private static final String FLAGSHIP = "/timelines/soviet-union-1953-1964";

    private static BodyPublisher fact() {
        return BodyPublishers.ofString(Facts.event("x").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/nope/nope",
                "/timelines/soviet-union-1953-1964/nope",
                "/timelines/soviet-union-1953-1964/people/joseph-stalin/nope",
                "/timelines/soviet-union-1953-1964/facts/a/b",
                "/problems/nope",
                "/q/nope",
                "/q/health/nope",
                "/q/metrics/nope",
                "/q/openapi/nope",
                "/q/swagger-ui/nope",
                "/q/dev-ui"
            })
    void an_unknown_path_is_a_problem(String path) {
        get(path).problem(404, "not-found");
        send("HEAD", path, null).expect(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/timelines/none, unknown-timeline",
        "/timelines/No_Slug, unknown-timeline",
        "/timelines/%00, unknown-timeline",
        "/timelines/none/state?on=1953, unknown-timeline",
        "/timelines/No_Slug/facts, unknown-timeline",
        "/timelines/none/offices, unknown-timeline",
        "/timelines/none/facts/00000000-0000-0000-0000-000000000000, unknown-timeline",
        "/timelines/soviet-union-1953-1964/offices/none, unknown-entity",
        "/timelines/soviet-union-1953-1964/offices/No_Slug, unknown-entity",
        "/timelines/soviet-union-1953-1964/offices/none/holders?on=1953, unknown-entity",
        "/timelines/soviet-union-1953-1964/people/none, unknown-entity",
        "/timelines/soviet-union-1953-1964/people/joseph-stalin?known=0, unknown-entity",
        "/timelines/soviet-union-1953-1964/places/none, unknown-entity",
        "/timelines/soviet-union-1953-1964/facts/none, unknown-fact",
        "/timelines/soviet-union-1953-1964/facts/00000000-0000-0000-0000-000000000000, unknown-fact"
    })
    void what_is_not_there_is_told_apart(String path, String slug) {
        get(path).problem(404, slug);
    }

    @Test
    void a_fact_is_unknown_before_it_is_recorded() {
        String timeline = Client.timeline();
        var fact = Facts.event("x");
        Client.append(timeline, Facts.list(Facts.event("before"), fact)).expect(201);
        String path = "/timelines/" + timeline + "/facts/" + Facts.id(fact);
        get(path + "?known=1").problem(404, "unknown-fact");
        get(path + "?known=2").expect(200);
    }

    @Test
    void each_type_of_problem_has_a_page() {
        String type = get("/timelines/none").json().get("type").textValue();
        assertThat(get(type).expect(200).json().get("status").intValue()).isEqualTo(404);
    }

    @Test
    void writing_without_a_known_token_is_401_and_says_how() {
        String path = "/timelines/" + Client.timeline() + "/facts";
        for (String authorization :
                new String[] {
                    "Bearer nobody", "Bearer ", "Bearer", "Basic YWxpY2U6YQ==", "alice-secret", ""
                }) {
            Answer answer =
                    send(
                            "POST",
                            path,
                            fact(),
                            "Content-Type",
                            "application/json",
                            "Authorization",
                            authorization);
            answer.problem(401, "unauthorized");
            assertThat(answer.header("www-authenticate")).startsWith("Bearer");
        }
        Answer answer = send("POST", path, fact(), "Content-Type", "application/json");
        answer.problem(401, "unauthorized");
        assertThat(answer.header("www-authenticate")).startsWith("Bearer");
        send("PUT", "/timelines/mine", BodyPublishers.ofString("{\"title\": \"t\"}"))
                .problem(401, "unauthorized");
        get("/timelines/mine").problem(404, "unknown-timeline");
    }

    @Test
    void the_scheme_is_written_in_any_case() {
        String path = "/timelines/" + Client.timeline() + "/facts";
        String authorization = "bEARER " + TestDatabase.BOB;
        send(
                        "POST",
                        path,
                        fact(),
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        authorization)
                .expect(201);
    }

    @Test
    void reading_takes_no_token_and_minds_no_wrong_one() {
        get(FLAGSHIP).expect(200);
        get(FLAGSHIP, "Authorization", "Bearer nobody").expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /timelines/soviet-union-1953-1964, 'GET, HEAD, OPTIONS, PUT'",
        "DELETE, /timelines/soviet-union-1953-1964/, 'GET, HEAD, OPTIONS, PUT'",
        "POST, /timelines, 'GET, HEAD, OPTIONS'",
        "PATCH, /timelines/soviet-union-1953-1964/facts, 'GET, HEAD, OPTIONS, POST'",
        "PUT, /timelines/soviet-union-1953-1964/facts, 'GET, HEAD, OPTIONS, POST'",
        "POST, /timelines/soviet-union-1953-1964/state, 'GET, HEAD, OPTIONS'",
        "DELETE, /timelines/soviet-union-1953-1964/facts/x, 'GET, HEAD, OPTIONS'",
        "POST, /timelines/soviet-union-1953-1964/people/x, 'GET, HEAD, OPTIONS'",
        "BREW, /timelines/soviet-union-1953-1964/offices, 'GET, HEAD, OPTIONS'"
    })
    void another_method_is_405_and_told_which_are_allowed(
            String method, String path, String allow) {
        Answer answer = send(method, path, null);
        answer.problem(405, "method-not-allowed");
        assertThat(String.valueOf(answer.header("allow")).split(", *"))
                .containsExactlyInAnyOrder(allow.split(", "));
    }

    @Test
    void options_tells_which_methods_there_are() {
        Answer answer = send("OPTIONS", FLAGSHIP + "/facts", null);
        assertThat(answer.status()).isBetween(200, 204);
        assertThat(answer.header("allow").split(", *"))
                .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
        send("OPTIONS", "/nope", null).problem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/html",
                "image/*",
                "garbage",
                "application/json;q=0"
            })
    void what_cannot_be_given_is_406(String accept) {
        get(FLAGSHIP + "/facts", "Accept", accept).problem(406, "not-acceptable");
        get(FLAGSHIP + "/state?on=1953", "Accept", accept).problem(406, "not-acceptable");
        get("/timelines", "Accept", accept).problem(406, "not-acceptable");
    }

    @Test
    void another_media_type_is_415() {
        String path = "/timelines/" + Client.timeline();
        String authorization = "Bearer " + TestDatabase.ALICE;
        for (String type : new String[] {"text/plain", "application/x-ndjson", "application/xml"}) {
            send(
                            "POST",
                            path + "/facts",
                            fact(),
                            "Content-Type",
                            type,
                            "Authorization",
                            authorization)
                    .problem(415, "unsupported-media-type");
            send(
                            "PUT",
                            path,
                            BodyPublishers.ofString("{\"title\": \"t\"}"),
                            "Content-Type",
                            type,
                            "Authorization",
                            authorization)
                    .problem(415, "unsupported-media-type");
        }
        send(
                        "POST",
                        path + "/facts",
                        fact(),
                        "Content-Type",
                        "application/json; charset=utf-8",
                        "Authorization",
                        authorization)
                .expect(201);
    }
}
