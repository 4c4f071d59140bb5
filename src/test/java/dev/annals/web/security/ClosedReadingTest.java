package dev.annals.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.docs.ApiDocument;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.PageFiles;
import dev.annals.testing.RunningService;
import dev.annals.testing.TestDatabase;
import dev.annals.web.RawConnection;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where reading is closed, nothing about any timeline is told without a token. */
@QuarkusTest
@RunningService
@TestProfile(ClosedReadingTest.Closed.class)
class ClosedReadingTest {

    private static final String FLAGSHIP = "soviet-union-1953-1964";
    private static final String ALICE = "Bearer " + TestDatabase.ALICE;

    public static class Closed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("annals.read", "closed");
        }
    }

    /** Each question of the API document, asked of a timeline that is there. */
    static Stream<String> questions() {
        return ApiDocument.read().operations().stream()
                .filter(operation -> operation.startsWith("GET /timelines"))
                .map(operation -> operation.substring(4))
                .map(path -> path.replace("{timeline}", FLAGSHIP).replaceAll("\\{\\w+}", "x"))
                .map(path -> path + "?on=1958&person=x&from=1953&to=1954&speed=max")
                .map(path -> path.contains("/changes") ? path.replace("on=1958&", "") : path);
    }

    private static void closed(String method, String path, String... headers) {
        Answer answer = Client.send(method, path, null, headers);
        answer.expect(401);
        assertThat(answer.header("www-authenticate")).startsWith("Bearer realm=\"annals\"");
        assertThat(answer.text()).doesNotContain("khrushchev", "Soviet");
        if (method.equals("GET")) {
            answer.problem(401, "unauthorized");
        }
    }

    @Test
    void there_are_questions() {
        assertThat(questions()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void every_question_needs_a_token(String question) {
        closed("GET", question);
        closed("HEAD", question);
        closed("GET", question, "Authorization", "Bearer wrong");
        closed("GET", question, "If-None-Match", "*");
        closed("GET", question.replace(FLAGSHIP, "none"));
        closed("GET", question.replace(FLAGSHIP, "No_Slug"));
        closed("GET", question.replaceFirst("\\?.*", ""));
        for (String type : new String[] {"text/event-stream", "application/x-ndjson", "text/csv"}) {
            assertThat(Client.get(question, "Accept", type).status()).isIn(401, 406);
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void with_a_token_it_is_answered_but_not_for_shared_caches(String question) {
        Answer answer = Client.get(question, "Authorization", ALICE, "Accept", "*/*");
        assertThat(answer.status()).isIn(200, 204, 404);
        assertThat(answer.header("cache-control")).containsAnyOf("private", "no-store");
        assertThat(answer.header("cache-control")).doesNotContain("public");
    }

    @Test
    void what_never_changes_may_be_kept_by_its_reader() {
        String question = "/timelines/" + FLAGSHIP + "/state?on=1958&known=5";
        Answer answer = Client.get(question, "Authorization", ALICE).expect(200);
        assertThat(answer.header("cache-control")).isEqualTo("private, max-age=86400, immutable");
        String tag = answer.header("etag");
        closed("GET", question, "If-None-Match", tag);
        Client.get(question, "Authorization", ALICE, "If-None-Match", tag).expect(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/timelines/",
                "//timelines",
                "/./timelines",
                "/x/../timelines",
                "/timelines;a=b",
                "/timelines/" + FLAGSHIP + "/",
                "//timelines//" + FLAGSHIP,
                "/timelines%2F" + FLAGSHIP,
                "/%74imelines/" + FLAGSHIP,
                "/timelines/" + FLAGSHIP + ";a=b",
                "/TIMELINES",
                "/timelines/" + FLAGSHIP + "/facts/",
                "/timelines/./" + FLAGSHIP + "/facts;x",
                "/problems/../timelines/" + FLAGSHIP,
                "/problems;/../timelines",
                "/timelines/" + FLAGSHIP + "/%66acts",
                "/timelines/" + FLAGSHIP + "/facts%3Fafter=0",
                "/q/../timelines",
                "/timelines?",
                "/timelines#x",
                "http://annals.example/timelines"
            })
    void no_spelling_of_an_address_gets_in(String address) throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.head("GET " + address + " HTTP/1.1", "Host: a", "Connection: close");
            assertThat(connection.hearUntil("no such text: all of it"))
                    .matches("(?s)HTTP/1.1 (401|404|400) .*")
                    .doesNotContain("khrushchev", "Soviet");
        }
    }

    @Test
    void a_preflight_needs_no_token() {
        Answer answer =
                Client.send(
                        "OPTIONS",
                        "/timelines/" + FLAGSHIP,
                        null,
                        "Origin",
                        "https://history.example",
                        "Access-Control-Request-Method",
                        "GET",
                        "Access-Control-Request-Headers",
                        "authorization");
        assertThat(answer.status()).isBetween(200, 204);
        assertThat(answer.header("access-control-allow-headers")).containsIgnoringCase("authoriz");
    }

    @Test
    void a_page_of_another_origin_can_read_why() {
        Answer answer = Client.get("/timelines", "Origin", "https://history.example");
        answer.problem(401, "unauthorized");
        assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
    }

    @Test
    void what_says_nothing_of_timelines_stays_open() {
        for (String path :
                new String[] {
                    "/", PageFiles.script(), "/problems/unauthorized", "/q/health", "/q/openapi"
                }) {
            Client.get(path).expect(200);
        }
    }

    @Test
    void metrics_name_no_timeline() {
        Client.get("/timelines/" + FLAGSHIP);
        Client.get("/timelines/" + FLAGSHIP, "Authorization", ALICE);
        Client.get("/timelines/" + FLAGSHIP + "/nope");
        Client.send("DELETE", "/timelines/" + FLAGSHIP, null);
        assertThat(Client.get("/q/metrics").expect(200).text())
                .contains("http_server_requests")
                .doesNotContain(FLAGSHIP);
    }
}
