package dev.annals.web;

import dev.annals.formats.CsvFacts;
import dev.annals.formats.NdjsonFile;
import dev.annals.web.stream.EventStream;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Supplier;

/** The forms in which a log can be read, and the progress of an import. */
enum Representation {
    JSON(MediaType.APPLICATION_JSON),
    NDJSON(NdjsonFile.MEDIA_TYPE),
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

    /**
     * The form that the caller likes best.
     *
     * @param offered the first for one who takes anything
     */
    static Representation accepted(HttpHeaders headers, Representation... offered) {
        List<MediaType> accepted = accepts(headers::getAcceptableMediaTypes);
        for (MediaType range : accepted) {
            for (Representation representation : offered) {
                if (isTaken(range)
                        && range.isCompatible(representation.type)
                        && !representation.isRefused(accepted)) {
                    return representation;
                }
            }
        }
        throw new NotAcceptableException();
    }

    static List<MediaType> accepts(Supplier<List<MediaType>> header) {
        try {
            return header.get();
        } catch (IllegalArgumentException _) {
            throw new NotAcceptableException(); // not a list of media types
        }
    }

    private boolean isRefused(List<MediaType> accepted) {
        return accepted.stream().anyMatch(range -> isExactly(range) && !isTaken(range));
    }

    private boolean isExactly(MediaType range) {
        return range.getType().equals(type.getType())
                && range.getSubtype().equals(type.getSubtype());
    }

    static boolean isTaken(MediaType range) {
        return !range.getParameters().getOrDefault("q", "1").matches("0(\\.0*)?");
    }
}
