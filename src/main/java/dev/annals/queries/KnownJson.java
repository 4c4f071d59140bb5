package dev.annals.queries;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.Instants;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** As of which position an answer is given. */
public final class KnownJson {

    private KnownJson() {}

    public static void write(JsonGenerator out, KnownAt known) throws IOException {
        write(out, "known", known.position(), known.recordedAt());
    }

    /**
     * @param recordedAt of the fact at the position; empty at position 0
     */
    public static void write(
            JsonGenerator out, String field, long position, Optional<Instant> recordedAt)
            throws IOException {
        out.writeObjectFieldStart(field);
        out.writeNumberField("position", position);
        out.writeStringField("recordedAt", recordedAt.map(Instants::text).orElse(null));
        out.writeEndObject();
    }
}
