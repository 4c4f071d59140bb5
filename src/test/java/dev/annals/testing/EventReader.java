package dev.annals.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads an event stream line by line, as an EventSource does. Close it to leave. */
public final class EventReader implements AutoCloseable {

    /**
     * @param id of the event, or null if it has none
     */
    public record Event(String id, String type, String data) {}

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /**
     * @param headers names and values by turns
     */
    public static EventReader open(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(Client.uri(path)).header("Accept", "text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            EventReader reader =
                    new EventReader(
                            Client.HTTP.send(request.build(), BodyHandlers.ofInputStream()));
            if (reader.response.statusCode() != 200) {
                throw new AssertionError(path + " gave " + reader.response.statusCode());
            }
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpHeaders headers() {
        return response.headers();
    }

    /** The next line, whatever it says; empty at the end of the stream. */
    public Optional<String> line() {
        try {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next event, comments and other fields passed over. */
    public Event next() {
        String id = null;
        String type = null;
        String data = null;
        while (true) {
            String line = line().orElseThrow(() -> new AssertionError("the stream has ended"));
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                type = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty() && data != null) {
                return new Event(id, type, data);
            }
        }
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
