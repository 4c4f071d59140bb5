package dev.annals.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without the issuer's keys nobody can say whether a JWT is right: not now, but not wrong. */
@QuarkusTest
@RunningService
@WithTestResource(KeyServerGoneTest.Silence.class)
@Timeout(60)
class KeyServerGoneTest {

    private static final int MANY = 50;

    /** Takes connections and says nothing. */
    public static class Silence implements QuarkusTestResourceLifecycleManager {

        private ServerSocket socket;

        @Override
        public Map<String, String> start() {
            try {
                socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String url = "http://127.0.0.1:" + socket.getLocalPort() + "/keys";
            return Map.of("annals.jwt-issuer", KeyServer.ISSUER, "annals.jwt-keys", url);
        }

        @Override
        public void stop() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void a_jwt_is_503_meanwhile_and_holds_up_nobody_else() {
        String timeline = Client.timeline();
        String token = Issuing.token("recorder");
        List<CompletableFuture<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            waiting.add(
                    CompletableFuture.supplyAsync(
                            () -> Client.append(timeline, Facts.event("x"), token),
                            Thread::startVirtualThread));
        }
        long startNanos = System.nanoTime();
        for (int i = 0; i < MANY; i++) {
            Client.append(timeline, Facts.event("y")).expect(201);
            Client.get("/timelines/" + timeline).expect(200);
        }
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        for (CompletableFuture<Answer> answer : waiting) {
            answer.join().problem(503, "unavailable");
            assertThat(answer.join().header("retry-after")).matches("\\d+");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
                .isLessThan(Duration.ofSeconds(15));
        Client.append(timeline, Facts.event("x"), token).problem(503, "unavailable");
    }
}
