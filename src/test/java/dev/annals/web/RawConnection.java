package dev.annals.web;

import dev.annals.testing.Client;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Says over a socket what no HTTP client would. */
public final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    public RawConnection() throws IOException {
        URI uri = Client.uri("/");
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** A request's head, each line ended, with an empty line after them. */
    public RawConnection head(String... lines) throws IOException {
        return say(String.join("\r\n", lines) + "\r\n\r\n");
    }

    public RawConnection say(String text) throws IOException {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawConnection say(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        return this;
    }

    /** As much of a body, or less if the other side hangs up: then the answer may be there. */
    public RawConnection sayMuch(long bytes) throws IOException, InterruptedException {
        Thread speaker = Thread.ofVirtual().start(() -> fill(bytes));
        if (!speaker.join(Duration.ofMillis(PATIENCE_MILLIS))) {
            throw new AssertionError("the other side neither reads nor hangs up");
        }
        return this;
    }

    private void fill(long bytes) {
        byte[] piece = new byte[64 * 1024];
        Arrays.fill(piece, (byte) ' ');
        try {
            for (long said = 0; said < bytes; said += piece.length) {
                say(piece);
            }
        } catch (IOException _) {
            // hung up
        }
    }

    /** What is answered until this text has come, or the end. */
    public String hearUntil(String text) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(text) < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            heard.append((char) next);
        }
        return heard.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
