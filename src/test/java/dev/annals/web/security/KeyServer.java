package dev.annals.web.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves what is PUT to {@code /keys}, and at {@code /count} how often it was fetched: over HTTP,
 * since tests and resources may not share their classes.
 */
public class KeyServer implements QuarkusTestResourceLifecycleManager {

    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "annals";

    private final AtomicInteger fetched = new AtomicInteger();
    private volatile byte[] keys = "{\"keys\": []}".getBytes();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/keys", this::keys);
        server.createContext("/count", exchange -> answer(exchange, fetched.toString().getBytes()));
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
        return Map.of(
                "annals.jwt-issuer",
                ISSUER,
                "annals.jwt-keys",
                url,
                "annals.jwt-audience",
                AUDIENCE);
    }

    private void keys(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            keys = exchange.getRequestBody().readAllBytes();
        } else {
            fetched.incrementAndGet();
        }
        answer(exchange, keys);
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
