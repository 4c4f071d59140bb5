package dev.annals.web.stream;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Server-sent events, as the WHATWG's HTML standard has them. */
public final class EventStream {

    public static final String MEDIA_TYPE = "text/event-stream";

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Buffer HEARTBEAT_PIECE = Buffer.buffer(":\n\n");

    /**
     * A comment at once, so that the client has the headers; and when to come back if the line
     * breaks.
     */
    private static final Buffer OPENING = Buffer.buffer(":\nretry: 2000\n\n");

    private EventStream() {}

    /**
     * @param events pieces of whole events; a heartbeat keeps proxies from closing a quiet stream
     */
    public static Response response(Multi<Buffer> events) {
        Multi<Buffer> pieces =
                Multi.createBy()
                        .concatenating()
                        .streams(Multi.createFrom().item(OPENING), withHeartbeat(events));
        return Response.ok(new ByteStream(pieces), MEDIA_TYPE)
                .header("Cache-Control", "no-cache, no-transform")
                .header("X-Accel-Buffering", "no")
                .header("Vary", "Accept, Accept-Encoding, Origin")
                .build();
    }

    private static Multi<Buffer> withHeartbeat(Multi<Buffer> events) {
        Multi<Buffer> heartbeat =
                Multi.createFrom()
                        .ticks()
                        .startingAfter(HEARTBEAT)
                        .every(HEARTBEAT)
                        .onOverflow()
                        .drop()
                        .map(_ -> HEARTBEAT_PIECE);
        Multi<Buffer> ended = Multi.createFrom().item(Buffer.buffer());
        return Multi.createBy()
                .merging()
                .withConcurrency(2)
                .withRequests(1)
                .streams(Multi.createBy().concatenating().streams(events, ended), heartbeat)
                .select()
                .first(EventStream::isNotTheEnd);
    }

    /** The heartbeat never ends by itself: an empty piece says that the events have. */
    private static boolean isNotTheEnd(Buffer piece) {
        return piece.length() > 0;
    }

    /** Appends one event; the data has no line break. */
    public static Buffer append(Buffer piece, String id, String event, String data) {
        if (id != null) {
            piece.appendString("id: ").appendString(id).appendString("\n");
        }
        return piece.appendString("event: ")
                .appendString(event)
                .appendString("\ndata: ")
                .appendBytes(data.getBytes(StandardCharsets.UTF_8))
                .appendString("\n\n");
    }
}
