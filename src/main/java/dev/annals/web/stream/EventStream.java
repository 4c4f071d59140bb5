package dev.annals.web.stream;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Server-sent events, as the WHATWG's HTML standard has them. */
public final class EventStream {

    public static final String MEDIA_TYPE = "text/event-stream";

    /**
     * A comment at once, so that the client has the headers; and when to come back if the line
     * breaks.
     */
    static final Buffer OPENING = Buffer.buffer(":\nretry: 2000\n\n");

    /** A comment that keeps proxies from closing a quiet stream. */
    static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    private EventStream() {}

    /**
     * @param events pieces of whole events
     */
    public static Response response(Multi<Buffer> events) {
        return Response.ok(new ByteStream.Events(events), MEDIA_TYPE)
                .header("Cache-Control", "no-cache, no-transform")
                .header("X-Accel-Buffering", "no")
                .header("Vary", "Accept, Accept-Encoding, Origin")
                .build();
    }

    /** Appends one event; the data has no line break. */
    public static StringBuilder append(StringBuilder piece, String id, String event, String data) {
        if (id != null) {
            piece.append("id: ").append(id).append('\n');
        }
        return piece.append("event: ").append(event).append("\ndata: ").append(data).append("\n\n");
    }

    /** What was appended, as it is sent. */
    public static Buffer piece(StringBuilder events) {
        return Buffer.buffer(events.toString().getBytes(StandardCharsets.UTF_8));
    }
}
