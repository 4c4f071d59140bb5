package dev.annals.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads the facts of test data, which are known to be well formed: nothing is checked. */
public final class FactReader {

    private final JsonNode json;

    private FactReader(JsonNode json) {
        this.json = json;
    }

    /**
     * @param facts a list of facts with ids, recorded in that order
     */
    public static List<RecordedFact> readLog(JsonNode facts) {
        List<RecordedFact> log = new ArrayList<>();
        for (JsonNode fact : facts) {
            log.add(recorded(UUID.fromString(fact.get("id").asText()), log.size() + 1, read(fact)));
        }
        return log;
    }

    static RecordedFact recorded(UUID id, long position, Fact fact) {
        return new RecordedFact(id, position, Instant.ofEpochSecond(position), "test", fact);
    }

    static Fact read(JsonNode json) {
        return new FactReader(json).fact();
    }

    private Fact fact() {
        return switch (FactType.of(text("type")).orElseThrow()) {
            case PERSON_DESCRIBED ->
                    new Fact.PersonDescribed(
                            slug("person"),
                            text("name"),
                            maybeText("description"),
                            texts("sameAs"),
                            provenance());
            case OFFICE_DESCRIBED ->
                    new Fact.OfficeDescribed(
                            slug("office"),
                            text("title"),
                            maybeText("organization"),
                            maybeSlug("place"),
                            maybe("seats").map(JsonNode::asInt),
                            maybeText("description"),
                            texts("sameAs"),
                            provenance());
            case PLACE_DESCRIBED ->
                    new Fact.PlaceDescribed(
                            slug("place"),
                            text("name"),
                            maybe("latitude").map(JsonNode::asDouble),
                            maybe("longitude").map(JsonNode::asDouble),
                            maybeText("description"),
                            texts("sameAs"),
                            provenance());
            case PERSON_BORN ->
                    new Fact.PersonBorn(slug("person"), date(), maybeSlug("place"), provenance());
            case PERSON_DIED ->
                    new Fact.PersonDied(slug("person"), date(), maybeSlug("place"), provenance());
            case OFFICE_ESTABLISHED ->
                    new Fact.OfficeEstablished(slug("office"), date(), provenance());
            case OFFICE_ABOLISHED -> new Fact.OfficeAbolished(slug("office"), date(), provenance());
            case OFFICE_ASSUMED ->
                    new Fact.OfficeAssumed(
                            slug("office"),
                            slug("person"),
                            date(),
                            maybe("acting").map(JsonNode::asBoolean),
                            provenance());
            case OFFICE_VACATED ->
                    new Fact.OfficeVacated(
                            slug("office"),
                            slug("person"),
                            date(),
                            maybeText("reason"),
                            provenance());
            case BODY_RELOCATED ->
                    new Fact.BodyRelocated(
                            slug("person"),
                            slug("to"),
                            maybeSlug("from"),
                            date(),
                            maybeText("manner"),
                            provenance());
            case PLACE_RENAMED ->
                    new Fact.PlaceRenamed(
                            slug("place"), text("to"), maybeText("from"), date(), provenance());
            case EVENT_OCCURRED ->
                    new Fact.EventOccurred(
                            text("title"),
                            date(),
                            maybeText("description"),
                            maybeSlug("place"),
                            texts("people").stream().map(Slug::new).toList(),
                            texts("offices").stream().map(Slug::new).toList(),
                            provenance());
            case FACT_CORRECTED ->
                    new Fact.FactCorrected(
                            UUID.fromString(text("fact")),
                            (Fact.Plain) read(json.get("with")),
                            provenance());
            case FACT_RETRACTED ->
                    new Fact.FactRetracted(
                            UUID.fromString(text("fact")), text("reason"), provenance());
        };
    }

    private Optional<JsonNode> maybe(String field) {
        return Optional.ofNullable(json.get(field));
    }

    private String text(String field) {
        return json.get(field).asText();
    }

    private Optional<String> maybeText(String field) {
        return maybe(field).map(JsonNode::asText);
    }

    private Slug slug(String field) {
        return new Slug(text(field));
    }

    private Optional<Slug> maybeSlug(String field) {
        return maybeText(field).map(Slug::new);
    }

    private EdtfDate date() {
        return EdtfDate.parse(text("date"));
    }

    private List<String> texts(String field) {
        return list(field, JsonNode::asText);
    }

    private <T> List<T> list(String field, Function<JsonNode, T> read) {
        List<T> items = new ArrayList<>();
        maybe(field)
                .orElse(JsonNodeFactory.instance.arrayNode())
                .forEach(i -> items.add(read.apply(i)));
        return items;
    }

    private Provenance provenance() {
        return new Provenance(list("sources", FactReader::source), maybeText("note"));
    }

    private static Source source(JsonNode json) {
        var reader = new FactReader(json);
        return new Source(
                reader.text("title"),
                reader.maybeText("author"),
                reader.maybe("year").map(JsonNode::asInt),
                reader.maybeText("url"),
                reader.maybeText("quote"));
    }
}
