package dev.annals.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Asks a service, and reads what it answers. */
final class ServiceClient {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Access access;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    ServiceClient(Access access) {
        this.access = access;
    }

    /** Opens a timeline, or renames it. */
    void open(String path, String title) {
        String body =
                Json.write(
                        out -> {
                            out.writeStartObject();
                            out.writeStringField("title", title);
                            out.writeEndObject();
                        });
        json(
                send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(body))
                                .build()));
    }

    JsonNode json(String path) {
        return json(send(request(path).build()));
    }

    private JsonNode json(InputStream answer) {
        try (answer) {
            return Json.parseOwn(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandFailure(access.address() + " breaks off: " + e.getMessage());
        }
    }

    /** A file, as it comes. */
    InputStream download(String path) {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(access.resolve(path));
        access.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private InputStream send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            if (!List.of(200, 201).contains(response.statusCode())) {
                throw refused(json(response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new CommandFailure(access.address() + " does not answer: " + e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a problem means for who gave the command. */
    static CommandFailure refused(JsonNode problem) {
        String detail = problem.path("detail").asText();
        return switch (problem.path("type").asText()) {
            case "/problems/unauthorized" ->
                    new CommandFailure(detail + "; give it with --token-file or ANNALS_TOKEN");
            default -> new CommandFailure(detail);
        };
    }
}
