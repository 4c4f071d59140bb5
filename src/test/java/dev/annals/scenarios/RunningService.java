package dev.annals.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packaged service as a process of its own, as an operator starts it. Whatever the test comes
 * to, no process that it started outlives it.
 */
public final class RunningService implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceProcess process;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final Path data;
    private final URI baseUri;

    private RunningService(ServiceProcess process, Path data) {
        this.process = process;
        this.data = data;
        this.baseUri = URI.create(process.awaitLine("Annals answers at (\\S+)"));
    }

    /** Starts the service on any free port and waits until it is ready. */
    public static RunningService start(Path data, Map<String, String> settings) {
        ServiceProcess process = ServiceProcess.start(data, settings);
        try {
            RunningService service = new RunningService(process, data);
            process.await("ready", () -> service.status("/q/health/ready") == 200);
            return service;
        } catch (RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    public static RunningService start(Path data) {
        return start(data, Map.of());
    }

    public URI baseUri() {
        return baseUri;
    }

    /** The token that the service made and told of. */
    public String token() {
        return process.awaitLine("Write token \\(kept in .*\\): (\\S+)");
    }

    public String output() {
        return process.output();
    }

    /** Waits for a line of the output and gives the group that it matches. */
    String awaitLine(String pattern) {
        return process.awaitLine(pattern);
    }

    /** The name by which a request was answered that had this one. */
    String requestId(String path, String given) {
        return send(request(path).header("X-Request-Id", given).GET().build())
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
    }

    public JsonNode get(String path) {
        HttpResponse<String> response = send(request(path).GET().build());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + shown(response));
        }
        return json(response);
    }

    /** Whatever is answered. */
    public String text(String path) {
        return send(request(path).GET().build()).body();
    }

    /** -1 if there is no answer. */
    public int status(String path) {
        try {
            return send(request(path).GET().build()).statusCode();
        } catch (UncheckedIOException _) {
            return -1;
        }
    }

    /** Opens a timeline that is called as it is named. */
    public void open(String timeline, String token) {
        send(
                request("/timelines/" + timeline)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .PUT(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"title\":\"" + timeline + "\"}"))
                        .build());
    }

    /**
     * @return the answer, of whatever status
     */
    public HttpResponse<String> append(String timeline, String facts, String token) {
        return append(timeline, "", facts, token);
    }

    /**
     * @param query of the address, with its question mark, or empty
     */
    public HttpResponse<String> append(String timeline, String query, String facts, String token) {
        return send(
                request("/timelines/" + timeline + "/facts" + query)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(facts))
                        .build());
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String shown(HttpResponse<String> response) {
        return response.statusCode() + " " + response.body();
    }

    /** The main process of the service's own PostgreSQL, if it runs one. */
    public Stream<ProcessHandle> postgres() {
        Path note = data.resolve("postgres/postmaster.pid");
        try {
            return Files.exists(note)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst().strip()))
                            .stream()
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every process of the service. */
    public List<ProcessHandle> processes() {
        return process.family();
    }

    /** As {@code kill -9}. Its PostgreSQL runs on. */
    public void kill() {
        process.kill();
    }

    /** As {@code kill -STOP}: it stands still, and its connections stay. */
    public void suspend() {
        process.suspend();
    }

    /** As {@code kill -CONT}. */
    public void resume() {
        process.resume();
    }

    /** As {@code kill}. */
    void beginToEnd() {
        process.beginToEnd();
    }

    void awaitEnd() {
        process.awaitExit();
    }

    /** As {@code kill}; waits for the end. */
    public void terminate() {
        process.terminate();
    }

    @Override
    public void close() {
        process.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(baseUri.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
