package dev.annals.views;

import dev.annals.domain.span.Evidence;
import dev.annals.json.FactWriter;
import dev.annals.json.Json;
import java.util.List;
import java.util.Locale;

/** The facts behind a span as they are answered: id, role and sources of each. */
final class EvidenceJson {

    private EvidenceJson() {}

    static String of(List<Evidence> facts) {
        return Json.write(
                out -> {
                    out.writeStartArray();
                    for (Evidence evidence : facts) {
                        out.writeStartObject();
                        out.writeStringField("id", evidence.fact().id().toString());
                        out.writeStringField(
                                "role", evidence.role().name().toLowerCase(Locale.ROOT));
                        Json.writeRaw(
                                out,
                                "sources",
                                FactWriter.sources(evidence.fact().content().provenance()));
                        out.writeEndObject();
                    }
                    out.writeEndArray();
                });
    }
}
