package dev.annals.oracle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import java.util.List;
import java.util.Optional;

/**
 * Writes facts as they are sent and as {@link FactReader} reads them; what is absent is left out.
 */
public final class FactWriter {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private FactWriter() {}

    /** The fact with its id, ready to be appended. */
    public static ObjectNode write(RecordedFact fact) {
        var writer = new FactWriter();
        writer.json.put("id", fact.id().toString());
        writer.put(fact.fact());
        return writer.json;
    }

    private static ObjectNode write(Fact fact) {
        var writer = new FactWriter();
        writer.put(fact);
        return writer.json;
    }

    private void put(Fact fact) {
        json.put("type", FactType.of(fact).word());
        switch (fact) {
            case Fact.PersonDescribed f -> {
                slug("person", f.person());
                json.put("name", f.name());
                text("description", f.description());
                texts("sameAs", f.sameAs());
            }
            case Fact.OfficeDescribed f -> {
                slug("office", f.office());
                json.put("title", f.title());
                text("organization", f.organization());
                slug("place", f.place());
                f.seats().ifPresent(seats -> json.put("seats", seats));
                text("description", f.description());
                texts("sameAs", f.sameAs());
            }
            case Fact.PlaceDescribed f -> {
                slug("place", f.place());
                json.put("name", f.name());
                f.latitude().ifPresent(degrees -> json.put("latitude", degrees));
                f.longitude().ifPresent(degrees -> json.put("longitude", degrees));
                text("description", f.description());
                texts("sameAs", f.sameAs());
            }
            case Fact.PersonBorn f -> {
                slug("person", f.person());
                date(f.date());
                slug("place", f.place());
            }
            case Fact.PersonDied f -> {
                slug("person", f.person());
                date(f.date());
                slug("place", f.place());
            }
            case Fact.OfficeEstablished f -> {
                slug("office", f.office());
                date(f.date());
            }
            case Fact.OfficeAbolished f -> {
                slug("office", f.office());
                date(f.date());
            }
            case Fact.OfficeAssumed f -> {
                slug("office", f.office());
                slug("person", f.person());
                date(f.date());
                f.acting().ifPresent(acting -> json.put("acting", acting));
            }
            case Fact.OfficeVacated f -> {
                slug("office", f.office());
                slug("person", f.person());
                date(f.date());
                text("reason", f.reason());
            }
            case Fact.BodyRelocated f -> {
                slug("person", f.person());
                slug("to", f.to());
                slug("from", f.from());
                date(f.date());
                text("manner", f.manner());
            }
            case Fact.PlaceRenamed f -> {
                slug("place", f.place());
                json.put("to", f.to());
                text("from", f.from());
                date(f.date());
            }
            case Fact.EventOccurred f -> {
                json.put("title", f.title());
                date(f.date());
                text("description", f.description());
                slug("place", f.place());
                texts("people", f.people().stream().map(Slug::value).toList());
                texts("offices", f.offices().stream().map(Slug::value).toList());
            }
            case Fact.FactCorrected f -> {
                json.put("fact", f.fact().toString());
                json.set("with", write(f.with()));
            }
            case Fact.FactRetracted f -> {
                json.put("fact", f.fact().toString());
                json.put("reason", f.reason());
            }
        }
        provenance(fact.provenance());
    }

    private void slug(String field, Slug slug) {
        json.put(field, slug.value());
    }

    private void slug(String field, Optional<Slug> slug) {
        slug.ifPresent(s -> slug(field, s));
    }

    private void text(String field, Optional<String> text) {
        text.ifPresent(t -> json.put(field, t));
    }

    private void texts(String field, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(json.withArrayProperty(field)::add);
        }
    }

    private void date(EdtfDate date) {
        json.put("date", date.text());
    }

    private void provenance(Provenance provenance) {
        for (var source : provenance.sources()) {
            ObjectNode node = json.withArrayProperty("sources").addObject();
            node.put("title", source.title());
            source.author().ifPresent(author -> node.put("author", author));
            source.year().ifPresent(year -> node.put("year", year));
            source.url().ifPresent(url -> node.put("url", url));
            source.quote().ifPresent(quote -> node.put("quote", quote));
        }
        text("note", provenance.note());
    }
}
