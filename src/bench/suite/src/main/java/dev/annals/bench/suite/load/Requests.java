package dev.annals.bench.suite.load;

import dev.annals.bench.suite.process.HttpService;
import java.nio.charset.StandardCharsets;

/** HTTP/1.1 requests as bytes. */
public final class Requests {

    private static final byte[] NOTHING = {};

    private Requests() {}

    public static Exchange get(String path, String expected) {
        return new Exchange(
                bytes("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), bytes(expected));
    }

    public static Exchange post(String path, String json) {
        byte[] body = bytes(json);
        byte[] head =
                bytes(
                        """
                        POST %s HTTP/1.1\r
                        Host: 127.0.0.1\r
                        Authorization: Bearer %s\r
                        Content-Type: application/json\r
                        Content-Length: %d\r
                        \r
                        """
                                .formatted(path, HttpService.TOKEN, body.length));
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return new Exchange(request, NOTHING);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
