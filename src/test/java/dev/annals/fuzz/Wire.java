package dev.annals.fuzz;

import dev.annals.testing.Client;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * HTTP/1.1 on a connection that is kept while both sides like. Sends whatever it is told to, which
 * no HTTP client would.
 */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private static final int STREAM_MILLIS = 30;
    private static final int MOST_OF_STREAM = 100_000;

    private Socket socket;
    private InputStream in;

    /** Sends bytes and hears one answer. */
    Heard send(byte[] request, boolean isHead) {
        boolean isFresh = socket == null;
        try {
            return exchange(request, isHead);
        } catch (SocketException | EOFException e) {
            close();
            if (isFresh) {
                return Heard.NOTHING;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A kept connection may have been closed for its age: only a fresh one counts.
        return send(request, isHead);
    }

    private Heard exchange(byte[] request, boolean isHead) throws IOException {
        if (socket == null) {
            URI uri = Client.uri("/");
            socket = new Socket(uri.getHost(), uri.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        }
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (SocketException _) {
            // hung up while it was told: the answer may be there
        }
        Heard heard = answer(isHead);
        if (!isReusable(heard)) {
            close();
        }
        return heard;
    }

    private static boolean isReusable(Heard heard) {
        return heard.status() != 101
                && !heard.header("connection").equalsIgnoreCase("close")
                && !isStream(heard);
    }

    private static boolean isStream(Heard heard) {
        return heard.header("content-type").startsWith("text/event-stream");
    }

    private Heard answer(boolean isHead) throws IOException {
        String[] status = line().split(" ", 3);
        int code = Integer.parseInt(status[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] field = line.split(":", 2);
            headers.put(field[0].toLowerCase(Locale.ROOT), field[1].strip());
        }
        if (code == 101) {
            return new Heard(code, headers, new byte[0]); // speaks HTTP/2 from here on
        }
        if (code < 200) {
            return answer(isHead);
        }
        boolean hasNoBody = isHead || code == 204 || code == 304;
        Heard heard = new Heard(code, headers, new byte[0]);
        return hasNoBody ? heard : new Heard(code, headers, body(heard));
    }

    private byte[] body(Heard head) throws IOException {
        if (isStream(head)) {
            return stream();
        }
        if (head.header("transfer-encoding").equals("chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunk(); size > 0; size = chunk()) {
                body.write(in.readNBytes(size));
                line();
            }
            line();
            return body.toByteArray();
        }
        String length = head.header("content-length");
        return length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    /** What a stream tells at once. */
    private byte[] stream() throws IOException {
        socket.setSoTimeout(STREAM_MILLIS);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            for (int size = chunk(); size > 0 && body.size() < MOST_OF_STREAM; size = chunk()) {
                body.write(in.readNBytes(size));
                line();
            }
        } catch (SocketTimeoutException _) {
            // goes on later
        }
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";")[0], 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    /** Bytes of a text whose characters are bytes. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException _) {
            // gone anyway
        }
        socket = null;
    }
}
