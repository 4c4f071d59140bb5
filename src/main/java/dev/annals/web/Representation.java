package dev.annals.web;

import dev.annals.formats.CsvFacts;
import dev.annals.web.stream.EventStream;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The forms in which a log can be read. */
enum Representation {
    JSON(MediaType.APPLICATION_JSON),
    NDJSON("application/x-ndjson"),
    CSV(CsvFacts.MEDIA_TYPE),
    EVENTS(EventStream.MEDIA_TYPE);

    private final String mediaType;
    private final MediaType type;

    Representation(String mediaType) {
        this.mediaType = mediaType;
        this.type = MediaType.valueOf(mediaType);
    }

    String mediaType() {
        return mediaType;
    }

    /** The form that the caller likes best; JSON for one who takes anything. */
    static Representation accepted(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            for (Representation representation : values()) {
                if (accepted.isCompatible(representation.type)) {
                    return representation;
                }
            }
        }
        throw new NotAcceptableException();
    }
}
