package dev.annals.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import dev.annals.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is no HTTP, or two requests in the eyes of one and one in the eyes of another. */
@QuarkusTest
@RunningService
class RawAbuseTest {

    private static final int PATIENCE_MILLIS = 400;
    private static final String AUTH =
            "Host: a\r\nAuthorization: Bearer "
                    + TestDatabase.ALICE
                    + "\r\nContent-Type: application/json\r\n";

    @Inject DataSource database;

    /** All that is answered to bytes until the end, or until nothing more comes for a while. */
    private static String hear(byte[] said) {
        URI uri = Client.uri("/");
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(said);
                socket.shutdownOutput();
                InputStream in = socket.getInputStream();
                for (int c = in.read(); c >= 0; c = in.read()) {
                    heard.write(c);
                }
            } catch (SocketTimeoutException | SocketException _) {
                // it waits for more, or has hung up
            }
            return heard.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The HTTP layer says a protocol that it does not know after who said it. */
    private static void check(byte[] said) {
        String heard = hear(said);
        boolean isProper =
                heard.isEmpty()
                        || heard.startsWith("\0") // a frame of HTTP/2
                        || heard.matches("(?s)[^ ]+/\\d\\.\\d (100|2\\d\\d|3\\d\\d|4\\d\\d) .*");
        Judge.require(
                isProper
                        && !heard.matches("(?s).*HTTP/\\d\\.\\d 5\\d\\d.*")
                        && !heard.contains("Exception")
                        && !heard.contains("io.netty"),
                "said\n" + new String(said, StandardCharsets.ISO_8859_1) + "\nheard\n" + heard);
    }

    private static String fact() {
        return Facts.event("smuggled").toString();
    }

    private static String hidden(String timeline) {
        return "PUT /timelines/%s HTTP/1.1\r\n%sContent-Length: 13\r\n\r\n{\"title\":\"s\"}"
                .formatted(timeline, AUTH);
    }

    /** Heads of appends whose bodies end where one reader says or where another does. */
    private static List<String> ambiguous(String timeline) {
        String post = "POST /timelines/" + timeline + "/facts HTTP/1.1\r\n" + AUTH;
        String hidden = hidden("smuggled");
        String chunked = "0\r\n\r\n" + hidden;
        String length = "Content-Length: " + chunked.length() + "\r\n";
        return List.of(
                post + length + "Transfer-Encoding: chunked\r\n\r\n" + chunked,
                post + "Transfer-Encoding: chunked\r\n" + length + "\r\n" + chunked,
                post + length + "Transfer-Encoding : chunked\r\n\r\n" + chunked,
                post + length + "Transfer-Encoding: xchunked\r\n\r\n" + chunked,
                post + length + "Transfer-Encoding: chunked, identity\r\n\r\n" + chunked,
                post + length + "Transfer-Encoding:\u000bchunked\r\n\r\n" + chunked,
                post + length + " Transfer-Encoding: chunked\r\n\r\n" + chunked,
                post + length + "X: y\nTransfer-Encoding: chunked\r\n\r\n" + chunked,
                post
                        + length
                        + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n"
                        + chunked,
                post + length + "Content-Length: 0\r\n\r\n" + chunked,
                post + "Content-Length: 0, " + chunked.length() + "\r\n\r\n" + chunked,
                post + "Content-Length: +" + chunked.length() + "\r\n\r\n" + chunked,
                post + "Content-Length: 0x5\r\n\r\n" + chunked,
                post + "Content-Length: -1\r\n\r\n" + chunked,
                post + "Content-Length: 99999999999999999999\r\n\r\n" + chunked,
                post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + chunked,
                post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n" + chunked,
                post + "Transfer-Encoding: chunked\r\n\r\n0x1\r\n" + chunked);
    }

    private static List<String> noHttp(String timeline) {
        return List.of(
                "",
                "\r\n",
                "\r\n\r\n\r\n",
                "\u0000",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000",
                "GET /timelines\r\n",
                "GET /timelines\r\n\r\n",
                "GET\r\n\r\n",
                "GET  /  HTTP/1.1\r\n\r\n",
                "GET / HTTP/0.9\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "GET / HTTP/1.9\r\nHost: a\r\n\r\n",
                "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
                "GET / HTTP/9999999999.1\r\nHost: a\r\n\r\n",
                "GET / JUNK\r\nHost: a\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
                "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n",
                "CONNECT /timelines HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://a/timelines HTTP/1.1\r\nHost: b\r\n\r\n",
                "GET //a/timelines HTTP/1.1\r\nHost: b\r\n\r\n",
                "GET http:// HTTP/1.1\r\nHost: b\r\n\r\n",
                "GET timelines HTTP/1.1\r\nHost: b\r\n\r\n",
                "GET ?a HTTP/1.1\r\nHost: b\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: b\r\n\r\n",
                "GET /\u0000 HTTP/1.1\r\nHost: b\r\n\r\n",
                "GET /" + "a".repeat(200_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "A".repeat(100_000),
                "GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(20_000) + "\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(1_000_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n X: folded\r\n\r\n",
                "GET / HTTP/1.1\nHost: a\n\n",
                "GET / HTTP/1.1\rHost: a\r\r",
                "POST /timelines/"
                        + timeline
                        + "/facts HTTP/1.1\r\n"
                        + AUTH
                        + "Content-Length: 9\r\n\r\n{",
                "POST /timelines/"
                        + timeline
                        + "/facts HTTP/1.1\r\n"
                        + AUTH
                        + "Transfer-Encoding: chunked\r\n\r\n5\r\n{",
                "POST /timelines/"
                        + timeline
                        + "/facts HTTP/1.1\r\n"
                        + AUTH
                        + "Expect: 100-continue\r\nContent-Length: 1\r\n\r\n",
                "GET /timelines/none HTTP/1.1\r\nHost: a\r\n\r\n".repeat(300));
    }

    /** A proper request, some bytes of which are turned. */
    private static byte[] garbled(Random random, String timeline) {
        byte[] request =
                Wire.bytes(
                        "POST /timelines/"
                                + timeline
                                + "/facts?a=b HTTP/1.1\r\nContent-Length: 2\r\nX: y\r\n"
                                + AUTH
                                + "\r\n{}");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            request[random.nextInt(request.length)] = (byte) random.nextInt(256);
        }
        return request;
    }

    @Test
    void what_is_no_http_or_two_things_at_once_changes_nothing() throws Exception {
        String timeline = Client.timeline();
        try (Heads heads = new Heads(database);
                LogOfErrors log = LogOfErrors.listen()) {
            Map<String, Heads.Head> before = heads.all();
            Fuzz.each(noHttp(timeline), said -> check(Wire.bytes(said)));
            Fuzz.each(
                    ambiguous(timeline),
                    said -> {
                        check(Wire.bytes(said));
                        Judge.require(heads.all().equals(before), "was smuggled in:\n" + said);
                    });
            Fuzz.run(2_000, seed -> check(garbled(new Random(seed), timeline)));
            assertThat(heads.all()).isEqualTo(before);
            assertThat(log.errors()).isEmpty();
        }
        Client.append(timeline, fact()).expect(201);
    }

    /** Else nothing could be smuggled at all. */
    @Test
    void two_requests_in_a_row_are_two() {
        String timeline = Client.timeline();
        String post =
                "POST /timelines/"
                        + timeline
                        + "/facts HTTP/1.1\r\n"
                        + AUTH
                        + "Content-Length: 0\r\n\r\n";
        hear(Wire.bytes(post + hidden(timeline)));
        assertThat(Client.get("/timelines/" + timeline).json().get("title").textValue())
                .isEqualTo("s");
    }
}
