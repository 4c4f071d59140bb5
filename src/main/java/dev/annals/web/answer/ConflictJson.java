package dev.annals.web.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.conflict.Apart;
import dev.annals.domain.conflict.Conflict;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.json.FactWriter;
import dev.annals.json.Json;
import dev.annals.queries.Labels;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes conflicts, each with its facts, its rule, and how far apart the claims are. */
public final class ConflictJson {

    private final JsonGenerator out;
    private final Labels.Known labels;

    /**
     * @param labels of all that the conflicts name
     */
    public ConflictJson(JsonGenerator out, Labels.Known labels) {
        this.out = out;
        this.labels = labels;
    }

    public void conflicts(List<Conflict> conflicts) throws IOException {
        out.writeArrayFieldStart("conflicts");
        for (Conflict conflict : conflicts) {
            conflict(conflict);
        }
        out.writeEndArray();
    }

    private void conflict(Conflict conflict) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", conflict.kind().word());
        out.writeStringField("rule", conflict.kind().rule());
        out.writeStringField("detail", conflict.detail().text(labels::of));
        texts("subjects", conflict.subjects().stream().map(Subject::toString).toList());
        out.writeArrayFieldStart("facts");
        for (Conflict.Claim claim : conflict.facts()) {
            claim(claim);
        }
        out.writeEndArray();
        apart(conflict.apart());
        out.writeEndObject();
    }

    private void claim(Conflict.Claim claim) throws IOException {
        Effective<? extends Fact.Dated> fact = claim.fact();
        out.writeStartObject();
        out.writeStringField("id", fact.id().toString());
        out.writeStringField("type", FactType.of(fact.content()).word());
        out.writeNumberField("position", fact.position());
        out.writeStringField("date", fact.content().date().text());
        out.writeStringField("role", claim.part().name().toLowerCase(Locale.ROOT));
        Json.writeRaw(out, "sources", FactWriter.sources(fact.content().provenance()));
        out.writeEndObject();
    }

    private void apart(Apart apart) throws IOException {
        out.writeObjectFieldStart("apart");
        if (apart.days().isPresent()) {
            out.writeNumberField("days", apart.days().getAsLong());
        } else {
            out.writeNullField("days");
        }
        texts("people", apart.people().stream().map(Slug::value).toList());
        texts("places", apart.places().stream().map(Slug::value).toList());
        texts("names", apart.names());
        out.writeEndObject();
    }

    private void texts(String field, List<String> texts) throws IOException {
        out.writeArrayFieldStart(field);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
