package dev.annals.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes facts as JSON objects, absent fields left out. */
public final class FactWriter {

    private final JsonGenerator out;
    private final boolean derived;

    private FactWriter(JsonGenerator out, boolean derived) {
        this.out = out;
        this.derived = derived;
    }

    /** A recorded fact as it is read back. */
    public static String recorded(RecordedFact fact, String hash) {
        return write(true, writer -> writer.recorded(fact, Optional.of(hash)));
    }

    /** A recorded fact without its derived fields, as it goes into the hash. */
    static String underived(RecordedFact fact) {
        return write(false, writer -> writer.recorded(fact, Optional.empty()));
    }

    /** A fact that no log holds, as it would be sent: what was not said of it is left out. */
    public static String unrecorded(Fact fact) {
        return write(
                false,
                writer -> {
                    writer.out.writeStartObject();
                    writer.content(fact);
                    writer.out.writeEndObject();
                });
    }

    /** A fact's sources as a JSON list. */
    public static String sources(Provenance provenance) {
        return write(
                false,
                writer -> {
                    writer.out.writeStartArray();
                    for (Source source : provenance.sources()) {
                        writer.source(source);
                    }
                    writer.out.writeEndArray();
                });
    }

    /** A fact with a content that it was not recorded with, so that no hash fits it. */
    public static String unhashed(RecordedFact fact) {
        return write(true, writer -> writer.recorded(fact, Optional.empty()));
    }

    private interface Writing {
        void to(FactWriter writer) throws IOException;
    }

    private static String write(boolean derived, Writing writing) {
        return Json.write(out -> writing.to(new FactWriter(out, derived)));
    }

    private void recorded(RecordedFact fact, Optional<String> hash) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", fact.id().toString());
        content(fact.fact());
        out.writeNumberField("position", fact.position());
        out.writeStringField("recordedAt", Instants.text(fact.recordedAt()));
        out.writeStringField("recordedBy", fact.recordedBy());
        if (hash.isPresent()) {
            out.writeStringField("hash", hash.get());
        }
        out.writeEndObject();
    }

    private void content(Fact fact) throws IOException {
        out.writeStringField("type", FactType.of(fact).word());
        fields(fact);
        if (fact instanceof Fact.Dated dated) {
            date(dated);
        }
        provenance(fact.provenance());
    }

    private void fields(Fact fact) throws IOException {
        switch (fact) {
            case Fact.PersonDescribed f -> {
                slug("person", f.person());
                text("name", f.name());
                text("description", f.description());
                texts("sameAs", f.sameAs());
            }
            case Fact.OfficeDescribed f -> {
                slug("office", f.office());
                text("title", f.title());
                text("organization", f.organization());
                slug("place", f.place());
                if (f.seats().isPresent()) {
                    out.writeNumberField("seats", f.seats().get());
                }
                text("description", f.description());
                texts("sameAs", f.sameAs());
            }
            case Fact.PlaceDescribed f -> {
                slug("place", f.place());
                text("name", f.name());
                number("latitude", f.latitude());
                number("longitude", f.longitude());
                text("description", f.description());
                texts("sameAs", f.sameAs());
            }
            case Fact.PersonBorn f -> {
                slug("person", f.person());
                slug("place", f.place());
            }
            case Fact.PersonDied f -> {
                slug("person", f.person());
                slug("place", f.place());
            }
            case Fact.OfficeEstablished f -> slug("office", f.office());
            case Fact.OfficeAbolished f -> slug("office", f.office());
            case Fact.OfficeAssumed f -> {
                slug("office", f.office());
                slug("person", f.person());
                if (f.acting().isPresent()) {
                    out.writeBooleanField("acting", f.acting().get());
                }
            }
            case Fact.OfficeVacated f -> {
                slug("office", f.office());
                slug("person", f.person());
                text("reason", f.reason());
            }
            case Fact.BodyRelocated f -> {
                slug("person", f.person());
                slug("to", f.to());
                slug("from", f.from());
                text("manner", f.manner());
            }
            case Fact.PlaceRenamed f -> {
                slug("place", f.place());
                text("to", f.to());
                text("from", f.from());
            }
            case Fact.EventOccurred f -> {
                text("title", f.title());
                text("description", f.description());
                slug("place", f.place());
                texts("people", f.people().stream().map(Slug::value).toList());
                texts("offices", f.offices().stream().map(Slug::value).toList());
            }
            case Fact.FactCorrected f -> {
                text("fact", f.fact().toString());
                out.writeObjectFieldStart("with");
                new FactWriter(out, false).content(f.with());
                out.writeEndObject();
            }
            case Fact.FactRetracted f -> {
                text("fact", f.fact().toString());
                text("reason", f.reason());
            }
        }
    }

    private void date(Fact.Dated fact) throws IOException {
        text("date", fact.date().text());
        if (derived) {
            Json.writeDay(out, "earliest", fact.date().bounds().earliest());
            Json.writeDay(out, "latest", fact.date().bounds().latest());
        }
    }

    private void provenance(Provenance provenance) throws IOException {
        if (!provenance.sources().isEmpty()) {
            out.writeArrayFieldStart("sources");
            for (Source source : provenance.sources()) {
                source(source);
            }
            out.writeEndArray();
        }
        text("note", provenance.note());
    }

    private void source(Source source) throws IOException {
        out.writeStartObject();
        text("title", source.title());
        text("author", source.author());
        if (source.year().isPresent()) {
            out.writeNumberField("year", source.year().get());
        }
        text("url", source.url());
        text("quote", source.quote());
        out.writeEndObject();
    }

    private void text(String field, String value) throws IOException {
        out.writeStringField(field, value);
    }

    private void text(String field, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            text(field, value.get());
        }
    }

    private void slug(String field, Slug value) throws IOException {
        text(field, value.value());
    }

    private void slug(String field, Optional<Slug> value) throws IOException {
        text(field, value.map(Slug::value));
    }

    private void number(String field, Optional<Double> value) throws IOException {
        if (value.isPresent()) {
            out.writeNumberField(field, value.get());
        }
    }

    private void texts(String field, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            out.writeArrayFieldStart(field);
            for (String value : values) {
                out.writeString(value);
            }
            out.writeEndArray();
        }
    }
}
