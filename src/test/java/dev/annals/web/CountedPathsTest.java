package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** No address that a client makes up becomes a metric of its own. */
@QuarkusTest
@RunningService
class CountedPathsTest {

    private static final String MADE_UP = "madeup";
    private static final String[] METHODS = {"GET", "HEAD", "POST", "DELETE", "OPTIONS", "BREW"};
    private static final String[] ADDRESSES = {
        "/madeup-1",
        "/timelines/madeup-2",
        "/timelines/madeup-3/",
        "/timelines/madeup-4/state",
        "/timelines/madeup-5/nope",
        "/timelines/soviet-union-1953-1964/people/madeup-6",
        "/problems/madeup-7",
        "/madeup-8/../static/bundle/app.js",
        "/madeup-9/../",
        "/madeup-10/../index.html",
        "/madeup-11/../q/health",
        "/madeup-12/../timelines",
        "/q/madeup-13",
        "/q/swagger-ui/madeup-14",
        "/static/bundle/madeup-15.css",
        "/madeup-16/%ZZ"
    };

    private static void send(String method, String address, String... headers) throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.say(method + " " + address + " HTTP/1.1\r\nHost: a\r\n");
            connection.say("Connection: close\r\nContent-Length: 0\r\n");
            connection.head(headers.length == 0 ? new String[] {"X-Nothing: x"} : headers);
            assertThat(connection.hearUntil("no such text: all of it")).startsWith("HTTP/1.1 ");
        }
    }

    @Test
    void nothing_made_up_is_counted_by_its_name() throws IOException {
        for (String address : ADDRESSES) {
            for (String method : METHODS) {
                send(method, address);
                send(method, address, "Authorization: Bearer wrong");
            }
            send("OPTIONS", address, "Origin: a", "Access-Control-Request-Method: GET");
        }
        String metrics = Client.get("/q/metrics").expect(200).text();
        assertThat(metrics).contains("http_server_requests");
        assertThat(metrics.lines().filter(line -> line.contains(MADE_UP))).isEmpty();
    }
}
