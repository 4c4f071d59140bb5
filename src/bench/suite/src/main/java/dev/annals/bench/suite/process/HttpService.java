package dev.annals.bench.suite.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A packaged service that listens on a port of its own; for what is asked once. */
public final class HttpService implements AutoCloseable {

    /** For all alike: heaps as large as they ever need, the collector for few processors. */
    public static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseSerialGC");

    public static final String TOKEN = "bench-token";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STARTS = Duration.ofMinutes(2);
    private static final Duration ANSWERS = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(5);

    private final Started process;
    private final int port;
    private final long startNanos;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpService(Started process, int port, long startNanos) {
        this.process = process;
        this.port = port;
        this.startNanos = startNanos;
    }

    public static HttpService annals(Path jar, Postgres postgres, Path log) throws Exception {
        return start(jvm(jar), annalsSettings(postgres), log, "/timelines");
    }

    public static HttpService bare(Path jar, Postgres postgres, Path log) throws Exception {
        return start(jvm(jar), bareSettings(postgres), log, "/constant/1");
    }

    public static Map<String, String> annalsSettings(Postgres postgres) {
        return Map.of(
                "ANNALS_DATABASE_URL", postgres.url("annals"),
                "ANNALS_WRITE_TOKENS", "bench=" + TOKEN,
                "ANNALS_FLAGSHIP", "false",
                "ANNALS_MAX_STREAMS", "20000",
                "ANNALS_STREAM_WRITE_TIMEOUT", "600S",
                "QUARKUS_HTTP_LIMITS_MAX_CONNECTIONS", "20000");
    }

    public static Map<String, String> bareSettings(Postgres postgres) {
        return Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL", postgres.url("bare"),
                "QUARKUS_DATASOURCE_USERNAME", postgres.user(),
                "QUARKUS_DATASOURCE_PASSWORD", postgres.password());
    }

    public static List<String> jvm(Path jar, String... options) {
        List<String> command = new ArrayList<>(List.of(Started.java()));
        command.addAll(JVM);
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Returns once {@code path} is answered. */
    public static HttpService start(
            List<String> command, Map<String, String> settings, Path log, String path)
            throws Exception {
        int port = Started.freePort();
        Map<String, String> all = new TreeMap<>(settings);
        all.put("QUARKUS_HTTP_PORT", "" + port);
        long startNanos = System.nanoTime();
        HttpService service = new HttpService(Started.start(command, all, log), port, startNanos);
        long deadlineNanos = startNanos + STARTS.toNanos();
        while (!service.answers(path)) {
            if (!service.process.isAlive() || System.nanoTime() > deadlineNanos) {
                service.close();
                throw new IOException("did not start: see " + log);
            }
            Thread.sleep(POLL);
        }
        return service;
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return send(request(path).GET().build()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    public long startNanos() {
        return startNanos;
    }

    public int port() {
        return port;
    }

    public Started process() {
        return process;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(ANSWERS)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json");
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A body that must have come with 200 or 201. */
    public String expect(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request);
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(expect(request(path).GET().build()));
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
