package dev.annals.web.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.entity.Entity;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.why.Account;
import dev.annals.domain.why.Because;
import dev.annals.domain.why.Reason;
import dev.annals.domain.why.SetAside;
import dev.annals.json.FactWriter;
import dev.annals.json.Json;
import dev.annals.queries.KnownAt;
import dev.annals.queries.SpanRow;
import dev.annals.queries.Why;
import dev.annals.queries.WhyAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer with what is behind it: the facts that count, those that do not, and the rule for each.
 */
public record WhyJson(KnownAt known, Why.Question question, WhyAnswer answer) {

    public void write(JsonGenerator out) throws IOException {
        out.writeNumberField("head", known.head());
        out.writeStringField("on", question.on().text());
        for (Subject subject : question.matter().subjects()) {
            out.writeStringField(subject.kind().word(), subject.slug().value());
        }
        out.writeObjectFieldStart("finding");
        out.writeStringField("id", answer.finding().kind().word());
        out.writeStringField("text", answer.finding().text());
        out.writeEndObject();
        described(out);
        answers(out);
        not(out);
        instead(out);
        setAside(out);
        out.writeObjectFieldStart("others");
        out.writeNumberField("spans", answer.otherSpans());
        out.writeNumberField("facts", answer.otherFacts());
        out.writeEndObject();
    }

    private void described(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("described");
        for (WhyAnswer.Described described : answer.described()) {
            Entity entity = described.entity();
            out.writeStartObject();
            out.writeStringField(entity.subject().kind().word(), entity.subject().slug().value());
            out.writeStringField("label", entity.label());
            if (entity.seats().isPresent()) {
                out.writeNumberField("seats", entity.seats().get());
            }
            if (described.reason().isPresent()) {
                rule(out, described.reason().get());
                fact(out, entity.described().orElseThrow());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void answers(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("answers");
        for (WhyAnswer.Explained explained : answer.answers()) {
            out.writeStartObject();
            span(out, explained.span());
            out.writeStringField("footnote", explained.footnote());
            out.writeArrayFieldStart("because");
            for (Because because : explained.because()) {
                out.writeStartObject();
                out.writeStringField(
                        "role", because.evidence().role().name().toLowerCase(Locale.ROOT));
                rule(out, because.reason());
                fact(out, because.evidence().fact());
                out.writeEndObject();
            }
            out.writeEndArray();
            rules(out, "narrowing", explained.narrowing());
            rules(out, "certainty", explained.certainty());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void not(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("not");
        for (WhyAnswer.Not not : answer.not()) {
            out.writeStartObject();
            span(out, not.span());
            rule(out, not.reason());
            out.writeStringField("footnote", not.footnote());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void instead(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("instead");
        for (WhyAnswer.Instead instead : answer.instead()) {
            spans(out).with(instead.footnote()).span(instead.span());
        }
        out.writeEndArray();
    }

    private void setAside(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("setAside");
        for (SetAside aside : answer.setAside()) {
            out.writeStartObject();
            out.writeStringField("reason", aside.aside().word());
            rule(out, aside.reason());
            Json.writeRaw(out, "fact", FactWriter.unhashed(aside.fact()));
            out.writeArrayFieldStart("by");
            for (RecordedFact by : aside.by()) {
                out.writeRawValue(FactWriter.unhashed(by));
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private SpanJson spans(JsonGenerator out) {
        return new SpanJson(out, Optional.of(question.on().bounds()));
    }

    private void span(JsonGenerator out, SpanRow span) throws IOException {
        out.writeFieldName("span");
        spans(out).span(span);
    }

    /** A fact with its content in effect, and the correction that gave it, if one did. */
    private void fact(JsonGenerator out, Effective<? extends Fact.Plain> fact) throws IOException {
        Account account = answer.accounts().get(fact.id());
        Json.writeRaw(out, "fact", FactWriter.unhashed(account.plain().saying(fact.content())));
        if (account.correction().isPresent()) {
            out.writeObjectFieldStart("correctedBy");
            out.writeStringField("id", account.correction().get().id().toString());
            out.writeNumberField("position", account.correction().get().position());
            out.writeEndObject();
        }
    }

    private static void rules(JsonGenerator out, String field, List<Reason> reasons)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (Reason reason : reasons) {
            object(out, reason);
        }
        out.writeEndArray();
    }

    private static void rule(JsonGenerator out, Reason reason) throws IOException {
        out.writeFieldName("rule");
        object(out, reason);
    }

    private static void object(JsonGenerator out, Reason reason) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", reason.rule().id());
        out.writeStringField("section", reason.rule().section());
        out.writeStringField("text", reason.text());
        out.writeEndObject();
    }
}
