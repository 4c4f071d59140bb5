package dev.annals.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.scenarios.RunningService;
import dev.annals.testing.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;

/** A timeline of a test's own, written by others than the page. */
record MadeTimeline(RunningService service, String id) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static MadeTimeline titled(RunningService service, String title) {
        String id = "t-" + UUID.randomUUID();
        ObjectNode body = Facts.fact("x").put("title", title);
        HttpResponse<String> opened =
                send(
                        request(service, "/timelines/" + id)
                                .PUT(BodyPublishers.ofString(body.retain("title").toString())));
        if (opened.statusCode() != 201) {
            throw new AssertionError(RunningService.shown(opened));
        }
        return new MadeTimeline(service, id);
    }

    MadeTimeline says(JsonNode... facts) {
        return says(List.of(facts));
    }

    MadeTimeline says(List<? extends JsonNode> facts) {
        HttpResponse<String> appended = service.append(id, facts.toString(), service.token());
        if (appended.statusCode() != 201) {
            throw new AssertionError(RunningService.shown(appended));
        }
        return this;
    }

    long head() {
        return service.get("/timelines/" + id).get("facts").longValue();
    }

    String page() {
        return "/?timeline=" + id;
    }

    private static HttpRequest.Builder request(RunningService service, String path) {
        return HttpRequest.newBuilder(URI.create(service.baseUri() + "").resolve(path))
                .header("Authorization", "Bearer " + service.token())
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
