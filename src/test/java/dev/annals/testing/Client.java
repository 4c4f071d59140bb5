package dev.annals.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks HTTP to the service under test, as alice where a token is needed. */
public final class Client {

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Null where each thread finds the address by itself. */
    private static volatile String address;

    private Client() {}

    static void speakTo(String toAll) {
        address = toAll;
    }

    public static URI uri(String path) {
        String base =
                address == null
                        ? ConfigProvider.getConfig().getValue("test.url", String.class)
                        : address;
        return URI.create(base.replaceAll("/$", "") + path);
    }

    /** A value as it stands in a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Opens a timeline that nobody else writes to. */
    public static String timeline() {
        String id = "t-" + UUID.randomUUID();
        put("/timelines/" + id, "{\"title\": \"Made for a test\"}").expect(201);
        return id;
    }

    /**
     * @param headers names and values by turns
     */
    public static Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** A question about a timeline, to be answered. */
    public static JsonNode ask(String timeline, String question) {
        return get("/timelines/" + timeline + "/" + question).expect(200).json();
    }

    public static Answer put(String path, String body) {
        return send("PUT", path, BodyPublishers.ofString(body), json(TestDatabase.ALICE));
    }

    public static Answer append(String timeline, Object body) {
        return append(timeline, body, TestDatabase.ALICE);
    }

    public static Answer append(String timeline, Object body, String token) {
        return append(timeline, body.toString().getBytes(StandardCharsets.UTF_8), token);
    }

    public static Answer append(String timeline, byte[] body, String token) {
        return post("/timelines/" + timeline + "/facts", body, token);
    }

    /** What an append would change. */
    public static Answer preview(String timeline, Object body) {
        return preview(timeline, body, TestDatabase.ALICE);
    }

    public static Answer preview(String timeline, Object body, String token) {
        return post(
                "/timelines/" + timeline + "/facts?preview=true",
                body.toString().getBytes(StandardCharsets.UTF_8),
                token);
    }

    private static Answer post(String path, byte[] body, String token) {
        return send("POST", path, BodyPublishers.ofByteArray(body), json(token));
    }

    private static String[] json(String token) {
        return new String[] {
            "Content-Type", "application/json", "Authorization", "Bearer " + token
        };
    }

    public static Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path))
                        .method(method, body == null ? BodyPublishers.noBody() : body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
