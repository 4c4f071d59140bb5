package dev.annals.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import dev.annals.testing.TestDatabase;
import dev.annals.web.RawConnection;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in Authorization, it is either a token that counts or a 401. */
@QuarkusTest
@RunningService
@Timeout(60)
class AuthorizationHeaderTest {

    private static final String OPEN = "PUT /timelines/odd-headers HTTP/1.1";
    private static final String BODY = "{\"title\": \"t\"}";
    private static final String GOOD = "Authorization: Bearer " + TestDatabase.ALICE;

    private static String answer(String... authorization) throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.say(
                    OPEN
                            + "\r\nHost: annals.example\r\nContent-Type: application/json\r\n"
                            + "Content-Length: "
                            + BODY.length()
                            + "\r\nConnection: close\r\n"
                            + String.join("\r\n", authorization)
                            + "\r\n\r\n"
                            + BODY);
            return connection.hearUntil("no such text: all of it");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization:",
                "Authorization: ",
                "Authorization: Bearer",
                "Authorization: Bearer ",
                "Authorization: Bearer  \t ",
                "Authorization: Bearer \t",
                "Authorization: Bearer" + TestDatabase.ALICE,
                "Authorization: Bearer=" + TestDatabase.ALICE,
                "Authorization: " + TestDatabase.ALICE,
                "Authorization: Bearer " + TestDatabase.ALICE + " x",
                "Authorization: Bearer x " + TestDatabase.ALICE,
                "Authorization: Bearer " + TestDatabase.ALICE + "," + TestDatabase.ALICE,
                "Authorization: Bearer \"" + TestDatabase.ALICE + "\"",
                "Authorization: Bearer alice=" + TestDatabase.ALICE,
                "Authorization: Bearer ALICE-SECRET",
                "Authorization: Bearer alice-secre",
                "Authorization: Bearer \u00fc\u00e9\u00ff",
                "Authorization: Bearer %00",
                "Authorization: Basic YWxpY2U6YWxpY2Utc2VjcmV0",
                "Authorization: Digest username=\"alice\"",
                "Authorization: Negotiate AAAA",
                "Authorization: DPoP " + TestDatabase.ALICE,
                "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
                "Cookie: Bearer=" + TestDatabase.ALICE,
                "X-Authorization: Bearer " + TestDatabase.ALICE
            })
    void what_is_no_known_token_is_401(String header) throws IOException {
        assertThat(answer(header))
                .startsWith("HTTP/1.1 401 ")
                .containsIgnoringCase("\r\nWWW-Authenticate: Bearer realm=\"annals\"")
                .contains("application/problem+json", "/problems/unauthorized")
                .doesNotContain(TestDatabase.ALICE);
    }

    @Test
    void a_token_in_the_address_does_not_count() {
        Client.send(
                        "PUT",
                        "/timelines/odd-headers?access_token=" + TestDatabase.ALICE,
                        java.net.http.HttpRequest.BodyPublishers.ofString(BODY),
                        "Content-Type",
                        "application/json")
                .problem(401, "unauthorized");
    }

    @Test
    void without_a_token_no_error_is_named_and_with_a_wrong_one_it_is() throws IOException {
        assertThat(answer("X-Nothing: x"))
                .containsIgnoringCase("\r\nWWW-Authenticate: Bearer realm=\"annals\"\r\n");
        assertThat(answer("Authorization: Bearer wrong"))
                .containsIgnoringCase(
                        "\r\nWWW-Authenticate: Bearer realm=\"annals\", error=\"invalid_token\"\r\n");
    }

    @Test
    void two_of_them_are_none() throws IOException {
        assertThat(answer(GOOD, GOOD)).startsWith("HTTP/1.1 401 ");
        assertThat(answer(GOOD, "Authorization: Bearer wrong")).startsWith("HTTP/1.1 401 ");
        assertThat(answer("Authorization: Bearer wrong", GOOD)).startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization:Bearer ", "AUTHORIZATION: BEARER ", GOOD_WITH_BLANKS})
    void blanks_and_case_do_not_matter(String before) throws IOException {
        assertThat(answer(before + TestDatabase.ALICE + "  ")).startsWith("HTTP/1.1 20");
    }

    private static final String GOOD_WITH_BLANKS = "Authorization:   bearer   ";

    @ParameterizedTest
    @ValueSource(ints = {10_000, 1_000_000})
    void a_very_long_token_is_refused(int characters) throws IOException {
        String answer;
        try {
            answer = answer("Authorization: Bearer " + "x".repeat(characters));
        } catch (IOException e) {
            answer = "hung up before all was said: " + e;
        }
        assertThat(answer).matches("(?s)(HTTP/1.1 (401|431) |hung up).*");
    }
}
