package dev.annals.web.stream;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;

/**
 * A response body that is written piece by piece, the next one asked for when the last has left.
 */
public sealed interface ByteStream {

    Multi<Buffer> pieces();

    /** Has an end, and breaks off without it. */
    record File(Multi<Buffer> pieces) implements ByteStream {}

    /**
     * Server-sent events. May end after any piece: the client comes again and goes on there.
     *
     * @param pieces of whole events
     */
    record Events(Multi<Buffer> pieces) implements ByteStream {}
}
