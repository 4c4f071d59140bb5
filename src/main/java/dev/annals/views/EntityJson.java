package dev.annals.views;

import dev.annals.domain.date.Day;
import dev.annals.domain.entity.Entity;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.json.FactWriter;
import dev.annals.json.JsonText;
import java.util.List;
import java.util.Optional;

/** An entity as it is answered: what nobody has said of it is null, its label its slug. */
public final class EntityJson {

    private final JsonText out;

    private EntityJson(JsonText out) {
        this.out = out;
    }

    public static String of(Entity entity) {
        return JsonText.of(out -> out.object(_ -> new EntityJson(out).write(entity)));
    }

    /** An entity of which nothing is in effect. */
    public static String ofUndescribed(Subject subject) {
        return of(new Entity(subject, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private void write(Entity entity) {
        out.field(entity.subject().kind().word(), entity.subject().slug().value());
        switch (entity.subject().kind()) {
            case PERSON -> person(entity);
            case OFFICE -> office(entity, described(entity, Fact.OfficeDescribed.class));
            case PLACE -> place(entity, described(entity, Fact.PlaceDescribed.class));
        }
    }

    private static <D extends Fact.Described> Optional<D> described(Entity entity, Class<D> type) {
        return entity.described().map(d -> type.cast(d.content()));
    }

    private void person(Entity entity) {
        Optional<Fact.PersonDescribed> described = described(entity, Fact.PersonDescribed.class);
        out.field("name", entity.label());
        description(
                described.flatMap(d -> d.description()), described.map(d -> d.sameAs()), described);
        moment("birth", entity.birth(), entity.birth().flatMap(b -> b.content().place()));
        moment("death", entity.death(), entity.death().flatMap(d -> d.content().place()));
    }

    private void office(Entity entity, Optional<Fact.OfficeDescribed> described) {
        out.field("title", entity.label());
        text("organization", described.flatMap(d -> d.organization()));
        text("place", described.flatMap(d -> d.place()).map(Slug::value));
        out.field("seats", entity.seats().orElseThrow());
        description(
                described.flatMap(d -> d.description()), described.map(d -> d.sameAs()), described);
    }

    private void place(Entity entity, Optional<Fact.PlaceDescribed> described) {
        out.field("name", entity.label());
        number("latitude", described.flatMap(d -> d.latitude()));
        number("longitude", described.flatMap(d -> d.longitude()));
        description(
                described.flatMap(d -> d.description()), described.map(d -> d.sameAs()), described);
    }

    private void description(
            Optional<String> description,
            Optional<List<String>> sameAs,
            Optional<? extends Fact> fact) {
        text("description", description);
        out.list("sameAs", _ -> sameAs.orElse(List.of()).forEach(out::item));
        Provenance provenance = fact.map(Fact::provenance).orElse(Provenance.NONE);
        out.raw("sources", FactWriter.sources(provenance));
    }

    private void moment(
            String field,
            Optional<? extends Effective<? extends Fact.Dated>> fact,
            Optional<Slug> place) {
        if (fact.isEmpty()) {
            out.field(field, null);
            return;
        }
        Fact.Dated dated = fact.get().content();
        out.object(
                field,
                _ -> {
                    out.field("date", dated.date().text());
                    day("earliest", dated.date().bounds().earliest());
                    day("latest", dated.date().bounds().latest());
                    text("place", place.map(Slug::value));
                    out.object(
                            "fact",
                            _ -> {
                                out.field("id", fact.get().id().toString());
                                out.raw("sources", FactWriter.sources(dated.provenance()));
                            });
                });
    }

    private void day(String field, Day day) {
        out.field(field, day.isBounded() ? day.toString() : null);
    }

    private void text(String field, Optional<String> value) {
        out.field(field, value.orElse(null));
    }

    private void number(String field, Optional<Double> value) {
        if (value.isPresent()) {
            out.field(field, value.get());
        } else {
            out.field(field, null);
        }
    }
}
