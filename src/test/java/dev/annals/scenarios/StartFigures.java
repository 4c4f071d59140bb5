package dev.annals.scenarios;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures how soon a service answers after its start, and the memory that it holds then and after
 * a thousand questions. Run by itself, on Linux: {@code java StartFigures.java COMMAND…}, each a
 * command line that starts the service, with {@code ANNALS_DATABASE_URL} in the environment.
 */
public final class StartFigures {

    private static final int STARTS = 7;
    private static final int QUESTIONS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TIMELINE = "/timelines/soviet-union-1953-1964";

    private static final List<String> ASKED =
            List.of(
                    TIMELINE + "/state?on=19%d-06-01",
                    TIMELINE + "/offices/premier-of-the-soviet-union/holders?on=19%d-03-27",
                    TIMELINE + "/why?office=premier-of-the-soviet-union&on=19%d-06-01",
                    TIMELINE + "/facts?limit=50&after=%d");

    private record Start(double millis, double megabytes, double megabytesAfter) {}

    private StartFigures() {}

    public static void main(String... commands) throws IOException, InterruptedException {
        System.out.printf("%8s %8s %8s%n", "ms", "MB", "MB after");
        for (String command : commands) {
            // The first one fills the database and the disk's cache.
            double after = start(command, QUESTIONS).megabytesAfter();
            List<Start> starts = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                starts.add(start(command, 0));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%8.0f %8.0f %8.0f  %s%n",
                    median(starts.stream().map(Start::millis).toList()),
                    median(starts.stream().map(Start::megabytes).toList()),
                    after,
                    command);
        }
    }

    private static Start start(String command, int questions)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(command.split(" "));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI service = URI.create("http://127.0.0.1:" + port);
            long startNanos = System.nanoTime();
            Process process = builder.start();
            try {
                awaitAnswer(process, client, service.resolve("/timelines"), startNanos);
                double millis = (System.nanoTime() - startNanos) / 1e6;
                double megabytes = resident(process);
                for (int i = 0; i < questions; i++) {
                    String question = ASKED.get(i % ASKED.size()).formatted(53 + i % 12);
                    if (status(client, service.resolve(question)) != 200) {
                        throw new IllegalStateException(question + " is not answered");
                    }
                }
                return new Start(millis, megabytes, resident(process));
            } finally {
                process.destroy();
                process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private static void awaitAnswer(Process process, HttpClient client, URI uri, long startNanos)
            throws InterruptedException {
        while (status(client, uri) != 200) {
            if (!process.isAlive() || System.nanoTime() - startNanos > PATIENCE.toNanos()) {
                throw new IllegalStateException("the service does not answer");
            }
            Thread.sleep(1);
        }
    }

    /** -1 if there is no answer. */
    private static int status(HttpClient client, URI uri) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException _) {
            return -1;
        }
    }

    private static double resident(Process process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
