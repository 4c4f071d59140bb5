package dev.annals.formats;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.Instants;
import dev.annals.queries.KnownAt;
import dev.annals.queries.KnownJson;
import java.io.IOException;

/** What a document says of itself: the timeline, as known when, and what was left out. */
public record DocumentMeta(KnownAt known, LeftOut leftOut) {

    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("timeline", known.id());
        KnownJson.write(out, known);
        out.writeFieldName("leftOut");
        leftOut.write(out);
        out.writeEndObject();
    }

    /** Such as {@code As known at position 636.} */
    public static String asKnown(KnownAt known) {
        return "As known at position "
                + known.position()
                + known.recordedAt().map(at -> ", recorded at " + Instants.text(at)).orElse("")
                + ".";
    }
}
