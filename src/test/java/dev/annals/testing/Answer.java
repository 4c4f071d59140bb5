package dev.annals.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

    private static final int SHOWN = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(this.toString(), e);
        }
    }

    /** Says what came instead, if it is not this status. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ", found " + this);
        }
        return this;
    }

    /** Expects a problem (RFC 9457) whose type ends in this slug. */
    public JsonNode problem(int expected, String slug) {
        JsonNode problem = expect(expected).json();
        boolean isProblem =
                String.valueOf(header("content-type")).startsWith("application/problem+json")
                        && problem.path("type").asText().endsWith("/" + slug)
                        && problem.path("status").asInt() == expected
                        && !problem.path("title").asText().isEmpty()
                        && !problem.path("detail").asText().isEmpty();
        if (!isProblem) {
            throw new AssertionError("expected the problem " + slug + ", found " + this);
        }
        return problem;
    }

    /** The pointers of a problem's violations, in the order given. */
    public List<String> pointers() {
        List<String> pointers = new ArrayList<>();
        json().path("violations").forEach(v -> pointers.add(v.path("pointer").asText()));
        return pointers;
    }

    @Override
    public String toString() {
        String text = text();
        return status
                + " "
                + headers.map()
                + "\n"
                + text.substring(0, Math.min(SHOWN, text.length()));
    }
}
