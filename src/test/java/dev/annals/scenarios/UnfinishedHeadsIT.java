package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that never come to a request. */
@Timeout(90)
class UnfinishedHeadsIT {

    private static final int PATIENCE_MILLIS = 20_000;

    @TempDir private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(folder, Map.of("ANNALS_HEAD_TIMEOUT", "2S"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Socket connect() throws IOException {
        URI uri = service.baseUri();
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What is answered, to the end of the connection. */
    private static String hear(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void isProblem(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"status\":" + status);
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, 0, 400", "GET /%s HTTP/1.1, 9000, 414", "X: %s, 17000, 431"})
    void what_is_no_request_is_answered_with_a_problem(String line, int length, int status)
            throws IOException {
        try (Socket socket = connect()) {
            String first = line.startsWith("X") ? "GET / HTTP/1.1\r\n" : "";
            say(socket, first + line.formatted("a".repeat(length)) + "\r\n\r\n");
            isProblem(hear(socket), status);
        }
    }

    @Test
    void a_head_that_trickles_is_408_and_its_connection_closed()
            throws IOException, InterruptedException {
        try (Socket socket = connect()) {
            Thread trickle = Thread.ofVirtual().start(() -> trickle(socket));
            isProblem(hear(socket), 408);
            trickle.join();
        }
    }

    private static void trickle(Socket socket) {
        try {
            say(socket, "GET / HTTP/1.1\r\nX: ");
            while (true) {
                say(socket, "x");
                ServiceProcess.pause();
            }
        } catch (IOException _) {
            // hung up
        }
    }

    @Test
    void a_second_head_on_a_connection_has_its_own_time() throws IOException {
        try (Socket socket = connect()) {
            say(socket, "GET /timelines HTTP/1.1\r\nHost: a\r\n\r\n");
            while (socket.getInputStream().read() != '}') {
                // the first answer
            }
            say(socket, "GET /time");
            assertThat(hear(socket)).contains("HTTP/1.1 408");
        }
    }

    @Test
    void answers_do_not_say_that_they_are_not_encoded() throws IOException {
        try (Socket socket = connect()) {
            say(socket, "GET /nope HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(hear(socket)).doesNotContainIgnoringCase("content-encoding");
        }
    }
}
