package dev.annals.formats.jsonld;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.Testimony;
import dev.annals.queries.PlayedFact;
import dev.annals.queries.SpanRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Spans and events as nodes. A span is a role in the sense of schema.org: it stands between two
 * things that a property joins, and says from when until when.
 */
final class GraphHistory {

    private GraphHistory() {}

    static String span(SpanRow span) {
        List<Testimony> facts = Testimony.of(span);
        String fact = "facts/" + Testimony.opening(span, facts).id();
        String id = fact + (span.before() ? "#before" : "#span");
        String type = isTenure(span) ? "schema:OrganizationRole" : "schema:Role";
        return Node.of(id, node -> span(node, span, facts), type);
    }

    private static boolean isTenure(SpanRow span) {
        return switch (span.kind()) {
            case TENURE -> true;
            case RESTING_PLACE, PLACE_NAME, STANDING -> false;
        };
    }

    private static void span(Node node, SpanRow span, List<Testimony> facts) throws IOException {
        switch (span.kind()) {
            case TENURE -> {
                node.pointedAt("schema:hasOccupation", "people/" + span.person());
                node.text("schema:hasOccupation", "offices/" + span.office());
                node.text("schema:roleName", (span.acting() ? "Acting " : "") + span.title());
            }
            case RESTING_PLACE -> {
                node.pointedAt("schema:location", "people/" + span.person());
                node.text("schema:location", "places/" + span.place());
                node.text("schema:roleName", "Resting place");
            }
            case PLACE_NAME -> {
                node.pointedAt("schema:alternateName", "places/" + span.place());
                node.text("schema:alternateName", span.name());
            }
            case STANDING -> throw new IllegalArgumentException("a standing is not written");
        }
        node.text("schema:startDate", span.period().since().date());
        node.text("schema:endDate", span.period().until().flatMap(until -> until.date()));
        node.texts(
                "prov:wasDerivedFrom",
                facts.stream().map(fact -> "facts/" + fact.id()).distinct().toList());
    }

    /** Empty for what other nodes say. */
    static Optional<String> fact(PlayedFact played) {
        String fact = "facts/" + played.plain().id();
        return switch (played.content()) {
            case Fact.EventOccurred f ->
                    Optional.of(Node.of(fact + "#event", n -> event(n, f, fact), "schema:Event"));
            case Fact.OfficeEstablished f ->
                    Optional.of(office(f.office(), "schema:foundingDate", f, fact));
            case Fact.OfficeAbolished f ->
                    Optional.of(office(f.office(), "schema:dissolutionDate", f, fact));
            case Fact.PersonBorn _, Fact.PersonDied _ -> Optional.empty();
            case Fact.OfficeAssumed _, Fact.OfficeVacated _ -> Optional.empty();
            case Fact.BodyRelocated _, Fact.PlaceRenamed _ -> Optional.empty();
        };
    }

    private static void event(Node node, Fact.EventOccurred event, String fact) throws IOException {
        node.text("schema:name", event.title());
        node.text("schema:description", event.description());
        node.text("schema:startDate", event.date().text());
        node.text("schema:location", event.place().map(place -> "places/" + place));
        node.texts("schema:actor", event.people().stream().map(p -> "people/" + p).toList());
        node.texts("schema:about", event.offices().stream().map(o -> "offices/" + o).toList());
        node.text("prov:wasDerivedFrom", fact);
    }

    /** More about an office that has its node already. */
    private static String office(Slug office, String property, Fact.Dated fact, String id) {
        return Node.of(
                "offices/" + office,
                node -> {
                    node.text(property, fact.date().text());
                    node.text("prov:wasDerivedFrom", id);
                });
    }
}
