package dev.annals.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One request of the abuse.
 *
 * @param endpoint method and path as the API document has them, for the tally
 * @param target the request's target as it is sent, a character a byte
 * @param headers lines as they are sent, a character a byte
 * @param isBelowHttp whether the HTTP layer itself may refuse it, before anything of Annals sees it
 */
record Input(
        String endpoint,
        String method,
        String target,
        List<String> headers,
        Optional<byte[]> body,
        boolean isBelowHttp) {

    private static final int SHOWN = 3_000;

    boolean isHead() {
        return method.equals("HEAD");
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (headers.stream().noneMatch(h -> h.regionMatches(true, 0, "host:", 0, 5))) {
            head.append("Host: annals\r\n");
        }
        body.ifPresent(b -> head.append("Content-Length: ").append(b.length).append("\r\n"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Wire.bytes(head.append("\r\n").toString()));
        body.ifPresent(all::writeBytes);
        return all.toByteArray();
    }

    /** For a message. */
    @Override
    public String toString() {
        String all = new String(bytes(), StandardCharsets.UTF_8);
        return all.length() > SHOWN
                ? all.substring(0, SHOWN) + "… (" + all.length() + " characters)"
                : all;
    }
}
