package dev.annals.web.stream;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;

/**
 * A response body that is written piece by piece, the next one asked for when the last has left.
 */
public record ByteStream(Multi<Buffer> pieces) {}
