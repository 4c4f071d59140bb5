package dev.annals.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What came back over the wire.
 *
 * @param status 0 if the other side hung up without a word
 * @param headers by lower-case name; of several, the last
 */
record Heard(int status, Map<String, String> headers, byte[] body) {

    static final Heard NOTHING = new Heard(0, Map.of(), new byte[0]);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 600;

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean isSuccess() {
        return status >= 200 && status < 400;
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException _) {
            throw new AssertionError("no JSON: " + this);
        }
    }

    @Override
    public String toString() {
        String text = text();
        return status + " " + headers + " " + text.substring(0, Math.min(SHOWN, text.length()));
    }
}
