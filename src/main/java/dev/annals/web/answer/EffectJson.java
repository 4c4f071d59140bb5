package dev.annals.web.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.Json;
import dev.annals.queries.Effect;
import dev.annals.queries.KnownJson;
import dev.annals.views.Replacement;
import java.io.IOException;
import java.util.Optional;

/** Writes what an append would change. */
public final class EffectJson {

    private EffectJson() {}

    public static String of(Effect effect) {
        return Json.write(out -> write(out, effect));
    }

    private static void write(JsonGenerator out, Effect effect) throws IOException {
        out.writeStartObject();
        out.writeStringField("timeline", effect.known().id());
        KnownJson.write(out, effect.known());
        out.writeNumberField("facts", effect.facts());
        new ChangesJson(out)
                .spans(
                        effect.removed(),
                        effect.added(),
                        effect.changed(),
                        new SpanJson(out, Optional.empty()));
        out.writeArrayFieldStart("entities");
        for (Replacement<String> entity : effect.entities()) {
            out.writeStartObject();
            entity(out, "before", entity.before());
            entity(out, "after", entity.after());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("others", effect.others());
        out.writeEndObject();
    }

    private static void entity(JsonGenerator out, String field, Optional<String> json)
            throws IOException {
        if (json.isPresent()) {
            Json.writeRaw(out, field, json.get());
        } else {
            out.writeNullField(field);
        }
    }
}
