package dev.annals.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads facts from JSON objects, as section 2 of the contract has them. */
public final class FactReader {

    /** What the server adds to a fact when it is read back. */
    public static final Set<String> SERVER_FIELDS =
            Set.of("position", "recordedAt", "recordedBy", "hash", "earliest", "latest");

    /** What is wrong with a word that should be a type of fact. */
    public static final String NO_TYPE =
            "is no type of fact; known are "
                    + Stream.of(FactType.values()).map(FactType::word).toList();

    private static final int MOST_VIOLATIONS = 10_000;

    /** A fact as sent; the id is absent if the server shall make one. */
    public record SentFact(Optional<UUID> id, Fact fact) {}

    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> ignored;

    private FactReader(Set<String> ignored) {
        this.ignored = ignored;
    }

    /** Reads facts for an append: any field that is not a fact's own is a violation. */
    public static FactReader strict() {
        return new FactReader(Set.of());
    }

    /** Reads facts that a server has written: what it added is passed over. */
    public static FactReader lenient() {
        return new FactReader(SERVER_FIELDS);
    }

    /** A fact's id, if the text is one. */
    public static Optional<UUID> id(String text) {
        return Texts.isUuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** A fact that this service itself wrote. */
    public static RecordedFact recorded(String json) {
        JsonNode node = Json.parseOwn(json);
        FactReader reader = lenient();
        SentFact sent =
                reader.read(node, "")
                        .orElseThrow(
                                () -> new IllegalStateException(reader.violations + " in " + json));
        return new RecordedFact(
                sent.id().orElseThrow(),
                node.get("position").longValue(),
                Instant.parse(node.get("recordedAt").textValue()),
                node.get("recordedBy").textValue(),
                sent.fact());
    }

    /** Whether so much is wrong that it makes no sense to read on. */
    public boolean isFull() {
        return violations.size() >= MOST_VIOLATIONS;
    }

    /** All that was found wrong so far. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * Reads one fact, or notes what is wrong with it.
     *
     * @param pointer to the fact, in the body as it was sent
     */
    public Optional<SentFact> read(JsonNode node, String pointer) {
        int before = violations.size();
        if (!isObject(node, pointer)) {
            return Optional.empty();
        }
        Fields fields = new Fields(node, pointer, violations);
        Optional<UUID> id = fields.optionalUuid("id");
        Fact fact = fact(fields, node, pointer);
        fields.ignore(ignored);
        fields.refuseOthers();
        return violations.size() == before ? Optional.of(new SentFact(id, fact)) : Optional.empty();
    }

    private boolean isObject(JsonNode node, String pointer) {
        if (!node.isObject()) {
            violations.add(new Violation(pointer, "expected a fact, found " + Texts.shown(node)));
        }
        return node.isObject();
    }

    private Fact fact(Fields in, JsonNode node, String pointer) {
        Optional<FactType> type = Optional.ofNullable(in.name("type")).flatMap(FactType::of);
        if (type.isEmpty()) {
            if (node.path("type").isTextual()) {
                violations.add(new Violation(pointer + "/type", NO_TYPE));
            }
            in.acceptOthers();
            return null;
        }
        return content(type.get(), in);
    }

    private Fact content(FactType type, Fields in) {
        return switch (type) {
            case PERSON_DESCRIBED ->
                    new Fact.PersonDescribed(
                            in.slug("person"),
                            in.name("name"),
                            in.optionalText("description"),
                            in.uris("sameAs"),
                            provenance(in));
            case OFFICE_DESCRIBED ->
                    new Fact.OfficeDescribed(
                            in.slug("office"),
                            in.name("title"),
                            in.optionalName("organization"),
                            in.optionalSlug("place"),
                            in.integer("seats", 0, Integer.MAX_VALUE),
                            in.optionalText("description"),
                            in.uris("sameAs"),
                            provenance(in));
            case PLACE_DESCRIBED ->
                    new Fact.PlaceDescribed(
                            in.slug("place"),
                            in.name("name"),
                            in.degrees("latitude", 90),
                            in.degrees("longitude", 180),
                            in.optionalText("description"),
                            in.uris("sameAs"),
                            provenance(in));
            case PERSON_BORN ->
                    new Fact.PersonBorn(
                            in.slug("person"),
                            in.date("date"),
                            in.optionalSlug("place"),
                            provenance(in));
            case PERSON_DIED ->
                    new Fact.PersonDied(
                            in.slug("person"),
                            in.date("date"),
                            in.optionalSlug("place"),
                            provenance(in));
            case OFFICE_ESTABLISHED ->
                    new Fact.OfficeEstablished(in.slug("office"), in.date("date"), provenance(in));
            case OFFICE_ABOLISHED ->
                    new Fact.OfficeAbolished(in.slug("office"), in.date("date"), provenance(in));
            case OFFICE_ASSUMED ->
                    new Fact.OfficeAssumed(
                            in.slug("office"),
                            in.slug("person"),
                            in.date("date"),
                            in.flag("acting"),
                            provenance(in));
            case OFFICE_VACATED ->
                    new Fact.OfficeVacated(
                            in.slug("office"),
                            in.slug("person"),
                            in.date("date"),
                            in.optionalText("reason"),
                            provenance(in));
            case BODY_RELOCATED ->
                    new Fact.BodyRelocated(
                            in.slug("person"),
                            in.slug("to"),
                            in.optionalSlug("from"),
                            in.date("date"),
                            in.optionalText("manner"),
                            provenance(in));
            case PLACE_RENAMED ->
                    new Fact.PlaceRenamed(
                            in.slug("place"),
                            in.name("to"),
                            in.optionalName("from"),
                            in.date("date"),
                            provenance(in));
            case EVENT_OCCURRED ->
                    new Fact.EventOccurred(
                            in.name("title"),
                            in.date("date"),
                            in.optionalText("description"),
                            in.optionalSlug("place"),
                            in.slugs("people"),
                            in.slugs("offices"),
                            provenance(in));
            case FACT_CORRECTED ->
                    new Fact.FactCorrected(
                            in.uuid("fact"), in.object("with", this::newContent), provenance(in));
            case FACT_RETRACTED ->
                    new Fact.FactRetracted(in.uuid("fact"), in.text("reason"), provenance(in));
        };
    }

    private Fact.Plain newContent(JsonNode node, String pointer) {
        if (!isObject(node, pointer)) {
            return null;
        }
        Fields fields = new Fields(node, pointer, violations);
        Fact content = fact(fields, node, pointer);
        fields.refuseOthers();
        if (content instanceof Fact.Amendment) {
            violations.add(
                    new Violation(
                            pointer + "/type", "a correction cannot make a fact an amendment"));
        }
        return content instanceof Fact.Plain plain ? plain : null;
    }

    private Provenance provenance(Fields in) {
        return new Provenance(in.list("sources", this::source), in.optionalText("note"));
    }

    private Source source(JsonNode node, String pointer) {
        if (!node.isObject()) {
            violations.add(new Violation(pointer, "expected a source, found " + Texts.shown(node)));
            return null;
        }
        Fields in = new Fields(node, pointer, violations);
        Source source =
                new Source(
                        in.name("title"),
                        in.optionalName("author"),
                        in.integer("year", -999_999_999, 999_999_999),
                        in.uri("url"),
                        in.optionalText("quote"));
        in.refuseOthers();
        return source;
    }
}
