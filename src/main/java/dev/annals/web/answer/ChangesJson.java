package dev.annals.web.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.date.Bounds;
import dev.annals.json.Json;
import dev.annals.queries.ChangesBetween.Turn;
import dev.annals.queries.ChangesOn;
import dev.annals.queries.KnownAt;
import dev.annals.queries.KnownJson;
import dev.annals.queries.Revision;
import dev.annals.queries.SpanRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes what changed, on either axis. */
public final class ChangesJson {

    private final JsonGenerator out;

    public ChangesJson(JsonGenerator out) {
        this.out = out;
    }

    /** The spans that ended and those that began on the days, with how sure that is. */
    public void between(List<Turn> turns, Bounds days) throws IOException {
        turns("ended", turns.stream().filter(turn -> !turn.isBegin()).toList(), days);
        turns("began", turns.stream().filter(Turn::isBegin).toList(), days);
    }

    private void turns(String field, List<Turn> turns, Bounds days) throws IOException {
        out.writeArrayFieldStart(field);
        for (Turn turn : turns) {
            new SpanJson(out, _ -> turn.on(days)).span(turn.span());
        }
        out.writeEndArray();
    }

    /** What each fact changed in the answer for a date. */
    public void on(KnownAt from, KnownAt to, ChangesOn.Page page, Bounds on) throws IOException {
        KnownJson.write(out, "from", from.position(), from.recordedAt());
        KnownJson.write(out, "to", to.position(), to.recordedAt());
        out.writeArrayFieldStart("changes");
        for (Revision revision : page.revisions()) {
            revision(revision, new SpanJson(out, Optional.of(on)));
        }
        out.writeEndArray();
        if (page.next().isPresent()) {
            out.writeNumberField("next", page.next().get());
        } else {
            out.writeNullField("next");
        }
    }

    private void revision(Revision revision, SpanJson json) throws IOException {
        out.writeStartObject();
        KnownJson.write(out, "known", revision.position(), Optional.of(revision.recordedAt()));
        Json.writeRaw(out, "fact", revision.fact());
        spans(revision.removed(), revision.added(), revision.changed(), json);
        out.writeEndObject();
    }

    /** The spans that are gone, new, and different. */
    void spans(
            List<SpanRow> removed, List<SpanRow> added, List<Revision.Pair> changed, SpanJson json)
            throws IOException {
        spans("removed", removed, json);
        spans("added", added, json);
        out.writeArrayFieldStart("changed");
        for (Revision.Pair pair : changed) {
            out.writeStartObject();
            out.writeFieldName("before");
            json.span(pair.before());
            out.writeFieldName("after");
            json.span(pair.after());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void spans(String field, List<SpanRow> spans, SpanJson json) throws IOException {
        out.writeArrayFieldStart(field);
        for (SpanRow span : spans) {
            json.span(span);
        }
        out.writeEndArray();
    }
}
