package dev.annals.web;

import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** How a body that is read piece by piece may be packed. */
enum ContentCoding {
    IDENTITY,
    GZIP;

    private static final int BUFFER_BYTES = 65_536;

    /**
     * @throws dev.annals.web.problem.ProblemException if it is packed otherwise
     */
    static ContentCoding of(HttpHeaders headers) {
        Optional<String> header =
                Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        return switch (header.map(h -> h.strip().toLowerCase(Locale.ROOT)).orElse("identity")) {
            case "identity" -> IDENTITY;
            case "gzip" -> GZIP;
            default ->
                    throw Problem.of(
                                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                    "the body has a Content-Encoding other than gzip")
                            .exception();
        };
    }

    /** May block. */
    InputStream decoded(InputStream body) throws IOException {
        return switch (this) {
            case IDENTITY -> body;
            case GZIP -> new GZIPInputStream(body, BUFFER_BYTES);
        };
    }
}
