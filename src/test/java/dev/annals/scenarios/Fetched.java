package dev.annals.scenarios;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A file of facts under way: its first line has been read, and the rest is left for later. */
record Fetched(BufferedReader lines) implements AutoCloseable {

    static Fetched start(URI facts) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(facts).header("Accept", "application/x-ndjson").build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        Fetched fetched =
                new Fetched(
                        new BufferedReader(
                                new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        fetched.lines().readLine();
        return fetched;
    }

    /**
     * @return how many lines were left
     * @throws IOException if the file breaks off
     */
    long toTheEnd() throws IOException {
        long count = 0;
        while (lines.readLine() != null) {
            count++;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
