package dev.annals.fire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends appends as a careful client does: as long as there is no answer, or one that says that the
 * service is at fault, the same request goes out again, by the same ids, to whichever node.
 */
final class Sender {

    private static final Duration ANSWER_AT_MOST = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final Report report;

    Sender(Report report) {
        this.report = report;
    }

    /** Opens a timeline; it may be open. */
    void open(String timeline, Supplier<URI> node) {
        untilAnswered(
                () ->
                        HttpRequest.newBuilder(node.get().resolve("/timelines/" + timeline))
                                .PUT(BodyPublishers.ofString("{\"title\": \"Under fire\"}")));
    }

    /**
     * Returns when the facts are acknowledged.
     *
     * @param node asked for each try
     * @return the position of the timeline's last fact; empty if the condition failed
     */
    Optional<Long> append(
            String timeline, String body, Supplier<URI> node, Acknowledged acknowledged) {
        HttpResponse<String> response =
                untilAnswered(
                        () ->
                                HttpRequest.newBuilder(
                                                node.get()
                                                        .resolve(
                                                                "/timelines/"
                                                                        + timeline
                                                                        + "/facts"))
                                        .POST(BodyPublishers.ofString(body)));
        if (response.statusCode() == 409 && response.body().contains("condition-failed")) {
            return Optional.empty();
        }
        if (response.statusCode() != 201 && response.statusCode() != 200) {
            throw new AssertionError(
                    "an append to %s was answered %d %s; it was %.1000s"
                            .formatted(timeline, response.statusCode(), response.body(), body));
        }
        JsonNode answer = json(response);
        answer.get("facts").forEach(acknowledged::add);
        return Optional.of(answer.get("head").longValue());
    }

    private HttpResponse<String> untilAnswered(Supplier<HttpRequest.Builder> request) {
        while (true) {
            try {
                HttpResponse<String> response =
                        client.send(
                                request.get()
                                        .timeout(ANSWER_AT_MOST)
                                        .header("Authorization", "Bearer " + Node.TOKEN)
                                        .header("Content-Type", "application/json")
                                        .build(),
                                BodyHandlers.ofString());
                if (response.statusCode() < 500) {
                    return response;
                }
                if (response.statusCode() != 503) {
                    throw new AssertionError(response.statusCode() + " " + response.body());
                }
            } catch (IOException _) {
                // no answer: whether the facts are in, only the next try can tell
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            report.sentAgain.incrementAndGet();
            Patience.pause(PAUSE);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + response.body(), e);
        }
    }
}
