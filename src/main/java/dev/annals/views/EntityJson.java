package dev.annals.views;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.entity.Entity;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.json.FactWriter;
import dev.annals.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An entity as it is answered: what nobody has said of it is null, its label its slug. */
public final class EntityJson {

    private final JsonGenerator out;

    private EntityJson(JsonGenerator out) {
        this.out = out;
    }

    static String of(Entity entity) {
        return Json.write(out -> new EntityJson(out).write(entity));
    }

    /** An entity of which nothing is in effect. */
    public static String ofUndescribed(Subject subject) {
        return of(new Entity(subject, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private void write(Entity entity) throws IOException {
        out.writeStartObject();
        out.writeStringField(entity.subject().kind().word(), entity.subject().slug().value());
        switch (entity.subject().kind()) {
            case PERSON -> person(entity);
            case OFFICE -> office(entity, described(entity, Fact.OfficeDescribed.class));
            case PLACE -> place(entity, described(entity, Fact.PlaceDescribed.class));
        }
        out.writeEndObject();
    }

    private static <D extends Fact.Described> Optional<D> described(Entity entity, Class<D> type) {
        return entity.described().map(d -> type.cast(d.content()));
    }

    private void person(Entity entity) throws IOException {
        Optional<Fact.PersonDescribed> described = described(entity, Fact.PersonDescribed.class);
        out.writeStringField("name", entity.label());
        description(
                described.flatMap(d -> d.description()), described.map(d -> d.sameAs()), described);
        moment("birth", entity.birth(), entity.birth().flatMap(b -> b.content().place()));
        moment("death", entity.death(), entity.death().flatMap(d -> d.content().place()));
    }

    private void office(Entity entity, Optional<Fact.OfficeDescribed> described)
            throws IOException {
        out.writeStringField("title", entity.label());
        text("organization", described.flatMap(d -> d.organization()));
        text("place", described.flatMap(d -> d.place()).map(Slug::value));
        out.writeNumberField("seats", entity.seats().orElseThrow());
        description(
                described.flatMap(d -> d.description()), described.map(d -> d.sameAs()), described);
    }

    private void place(Entity entity, Optional<Fact.PlaceDescribed> described) throws IOException {
        out.writeStringField("name", entity.label());
        number("latitude", described.flatMap(d -> d.latitude()));
        number("longitude", described.flatMap(d -> d.longitude()));
        description(
                described.flatMap(d -> d.description()), described.map(d -> d.sameAs()), described);
    }

    private void description(
            Optional<String> description,
            Optional<List<String>> sameAs,
            Optional<? extends Fact> fact)
            throws IOException {
        text("description", description);
        out.writeArrayFieldStart("sameAs");
        for (String uri : sameAs.orElse(List.of())) {
            out.writeString(uri);
        }
        out.writeEndArray();
        Provenance provenance = fact.map(Fact::provenance).orElse(Provenance.NONE);
        Json.writeRaw(out, "sources", FactWriter.sources(provenance));
    }

    private void moment(
            String field,
            Optional<? extends Effective<? extends Fact.Dated>> fact,
            Optional<Slug> place)
            throws IOException {
        if (fact.isEmpty()) {
            out.writeNullField(field);
            return;
        }
        Fact.Dated dated = fact.get().content();
        out.writeObjectFieldStart(field);
        out.writeStringField("date", dated.date().text());
        Json.writeDay(out, "earliest", dated.date().bounds().earliest());
        Json.writeDay(out, "latest", dated.date().bounds().latest());
        text("place", place.map(Slug::value));
        out.writeObjectFieldStart("fact");
        out.writeStringField("id", fact.get().id().toString());
        Json.writeRaw(out, "sources", FactWriter.sources(dated.provenance()));
        out.writeEndObject();
        out.writeEndObject();
    }

    private void text(String field, Optional<String> value) throws IOException {
        out.writeStringField(field, value.orElse(null));
    }

    private void number(String field, Optional<Double> value) throws IOException {
        if (value.isPresent()) {
            out.writeNumberField(field, value.get());
        } else {
            out.writeNullField(field);
        }
    }
}
