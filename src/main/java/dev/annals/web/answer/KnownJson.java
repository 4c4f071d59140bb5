package dev.annals.web.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.Instants;
import dev.annals.queries.KnownAt;
import java.io.IOException;

/** As of which position an answer is given. */
public final class KnownJson {

    private KnownJson() {}

    public static void write(JsonGenerator out, KnownAt known) throws IOException {
        out.writeObjectFieldStart("known");
        out.writeNumberField("position", known.position());
        out.writeStringField("recordedAt", known.recordedAt().map(Instants::text).orElse(null));
        out.writeEndObject();
    }
}
