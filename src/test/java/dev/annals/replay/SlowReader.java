package dev.annals.replay;

import dev.annals.testing.Client;
import dev.annals.testing.LogReading;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads an event stream from a socket that holds little, when it is told to and not before. */
final class SlowReader implements AutoCloseable {

    private static final int RECEIVE_BYTES = 8 * 1024;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    SlowReader(String path) throws IOException {
        URI uri = Client.uri(path);
        socket.setReceiveBufferSize(RECEIVE_BYTES);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        socket.getOutputStream()
                .write(
                        "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                                .formatted(path, uri.getAuthority())
                                .getBytes(StandardCharsets.US_ASCII));
        in = new DataInputStream(socket.getInputStream());
        while (!line().isEmpty()) {
            // the head of the answer
        }
    }

    /** Reads until so many bytes of the body have come in all. */
    void read(int bytes) throws IOException {
        while (body.size() < bytes && chunk()) {
            // kept in the body
        }
    }

    /** The positions of all facts, in the order in which they came; the end has to be the last. */
    List<Long> positionsToTheEnd() throws IOException {
        while (chunk()) {
            // kept in the body
        }
        List<String> events =
                List.of(body.toString(StandardCharsets.UTF_8).split("\n\n")).stream()
                        .filter(event -> event.contains("event: "))
                        .toList();
        if (!events.getLast().contains("event: end")) {
            throw new AssertionError("the stream ends with " + events.getLast());
        }
        return events.stream()
                .filter(event -> event.contains("event: fact"))
                .map(event -> event.substring(event.indexOf("data: ") + 6))
                .map(data -> LogReading.parse(data).at("/fact/position").longValue())
                .toList();
    }

    /** Reads one chunk; false after the last. */
    private boolean chunk() throws IOException {
        int size = Integer.parseInt(line(), 16);
        byte[] bytes = new byte[size];
        in.readFully(bytes);
        body.writeBytes(bytes);
        if (!line().isEmpty()) {
            throw new AssertionError("a chunk is longer than it said");
        }
        return size > 0;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new AssertionError("the connection ended within the stream");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
