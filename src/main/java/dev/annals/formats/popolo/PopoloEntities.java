package dev.annals.formats.popolo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.formats.LeftOut;
import dev.annals.json.Json;
import dev.annals.queries.EntityRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes people, organizations, places and offices: each one object. */
final class PopoloEntities {

    private final LeftOut leftOut;

    PopoloEntities(LeftOut leftOut) {
        this.leftOut = leftOut;
    }

    String person(EntityRow row) {
        JsonNode person = Json.parseOwn(row.description());
        List<JsonNode> sources = new ArrayList<>(List.of(person.get("sources")));
        return Json.write(
                out -> {
                    begin(out, row, "name");
                    Optional<String> description = text(person, "description");
                    if (description.isPresent()) {
                        boolean isLine = description.get().indexOf('\n') < 0;
                        out.writeStringField(isLine ? "summary" : "biography", description.get());
                    }
                    PopoloDates dates = new PopoloDates(out, leftOut, "persons");
                    lifeDate(dates, "birth_date", person.get("birth"), sources);
                    lifeDate(dates, "death_date", person.get("death"), sources);
                    dates.writeEdtf();
                    end(out, person, sources);
                });
    }

    private void lifeDate(PopoloDates dates, String field, JsonNode fact, List<JsonNode> sources)
            throws IOException {
        if (fact.isNull()) {
            return;
        }
        EdtfDate date = EdtfDate.parse(fact.get("date").textValue());
        dates.write(field, date.bounds(), Optional.of(date.text()));
        sources.add(fact.get("fact").get("sources"));
        if (text(fact, "place").isPresent()) {
            leftOut.add("persons/place of " + field.replace("_date", ""));
        }
    }

    static String organization(String name) {
        return Json.write(
                out -> {
                    out.writeStartObject();
                    out.writeStringField("id", organizationId(name));
                    out.writeStringField("name", name);
                    out.writeEndObject();
                });
    }

    /** Organizations are nothing but names in facts: the same name, the same id. */
    static String organizationId(String name) {
        byte[] bytes = ("organization/" + name).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(bytes).toString();
    }

    String area(EntityRow row) {
        JsonNode place = Json.parseOwn(row.description());
        return Json.write(
                out -> {
                    begin(out, row, "name");
                    if (place.get("latitude").isNumber() && place.get("longitude").isNumber()) {
                        out.writeObjectFieldStart("geometry");
                        out.writeStringField("type", "Point");
                        out.writeArrayFieldStart("coordinates");
                        out.writeNumber(place.get("longitude").doubleValue());
                        out.writeNumber(place.get("latitude").doubleValue());
                        out.writeEndArray();
                        out.writeEndObject();
                    }
                    noDescription("areas", place);
                    end(out, place, List.of(place.get("sources")));
                });
    }

    String post(EntityRow row) {
        JsonNode office = Json.parseOwn(row.description());
        return Json.write(
                out -> {
                    begin(out, row, "label");
                    out.writeStringField("role", row.label());
                    Optional<String> organization = text(office, "organization");
                    if (organization.isPresent()) {
                        out.writeStringField("organization_id", organizationId(organization.get()));
                    }
                    Optional<String> place = text(office, "place");
                    if (place.isPresent()) {
                        out.writeStringField("area_id", place.get());
                    }
                    if (office.get("seats").intValue() != 1) {
                        leftOut.add("posts/seats");
                    }
                    noDescription("posts", office);
                    end(out, office, List.of(office.get("sources")));
                });
    }

    /** Writes nothing: an entity's description as it is answered is without the fact's note. */
    String countNotes(List<Fact.Described> page) {
        for (Fact.Described fact : page) {
            if (fact.provenance().note().isPresent()) {
                leftOut.add(kind(fact) + "/note");
            }
        }
        return "";
    }

    private static String kind(Fact.Described fact) {
        return switch (fact) {
            case Fact.PersonDescribed _ -> "persons";
            case Fact.OfficeDescribed _ -> "posts";
            case Fact.PlaceDescribed _ -> "areas";
        };
    }

    private void noDescription(String kind, JsonNode entity) {
        if (text(entity, "description").isPresent()) {
            leftOut.add(kind + "/description");
        }
    }

    private static void begin(JsonGenerator out, EntityRow row, String label) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", row.slug());
        out.writeStringField(label, row.label());
    }

    private void end(JsonGenerator out, JsonNode entity, List<JsonNode> sources)
            throws IOException {
        PopoloReferences references = new PopoloReferences(out, leftOut);
        references.sameAs(entity.get("sameAs"));
        references.sources(sources);
        out.writeEndObject();
    }

    private static Optional<String> text(JsonNode object, String field) {
        return Optional.ofNullable(object.get(field).textValue());
    }
}
