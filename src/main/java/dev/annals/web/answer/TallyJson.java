package dev.annals.web.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.imports.Rejection;
import dev.annals.imports.Tally;
import dev.annals.json.Json;
import java.io.IOException;
import java.util.Map;

/** How far an import has come, in JSON. */
public final class TallyJson {

    private TallyJson() {}

    /** The counts alone. */
    public static String progress(Tally tally) {
        return Json.write(
                out -> {
                    out.writeStartObject();
                    counts(out, tally);
                    out.writeEndObject();
                });
    }

    /** All that is known when an import has ended. */
    public static String summary(String timeline, Tally tally) {
        return Json.write(
                out -> {
                    out.writeStartObject();
                    out.writeStringField("timeline", timeline);
                    counts(out, tally);
                    out.writeArrayFieldStart("rejections");
                    for (Rejection rejection : tally.rejections()) {
                        write(out, rejection);
                    }
                    out.writeEndArray();
                    out.writeObjectFieldStart("leftOut");
                    for (Map.Entry<String, Long> kind : tally.leftOut().entrySet()) {
                        out.writeNumberField(kind.getKey(), kind.getValue());
                    }
                    out.writeEndObject();
                    out.writeFieldName("stopped");
                    if (tally.stopped().isPresent()) {
                        write(out, tally.stopped().get());
                    } else {
                        out.writeNull();
                    }
                    out.writeEndObject();
                });
    }

    private static void counts(JsonGenerator out, Tally tally) throws IOException {
        out.writeNumberField("lines", tally.lines());
        out.writeNumberField("appended", tally.appended());
        out.writeNumberField("duplicates", tally.duplicates());
        out.writeNumberField("rejected", tally.rejected());
    }

    private static void write(JsonGenerator out, Rejection rejection) throws IOException {
        out.writeStartObject();
        out.writeNumberField("line", rejection.place().line());
        if (rejection.place().pointer().isPresent()) {
            out.writeStringField("pointer", rejection.place().pointer().get());
        }
        out.writeStringField("reason", rejection.reason());
        out.writeEndObject();
    }
}
