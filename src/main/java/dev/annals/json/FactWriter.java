package dev.annals.json;

import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import java.util.List;
import java.util.Optional;

/** Writes facts as JSON objects, absent fields left out. */
public final class FactWriter {

    private final JsonText out;
    private final boolean derived;

    private FactWriter(JsonText out, boolean derived) {
        this.out = out;
        this.derived = derived;
    }

    /** A recorded fact as it is read back. */
    public static String recorded(RecordedFact fact, String hash) {
        return JsonText.of(out -> new FactWriter(out, true).recorded(fact, Optional.of(hash)));
    }

    /** A recorded fact without its derived fields in RFC 8785 form, as it goes into the hash. */
    static String canonical(RecordedFact fact) {
        return JsonText.canonical(
                out -> new FactWriter(out, false).recorded(fact, Optional.empty()));
    }

    /** What a fact says, whatever log holds it, in RFC 8785 form. */
    public static String canonical(Fact fact) {
        return JsonText.canonical(out -> out.object(_ -> new FactWriter(out, false).content(fact)));
    }

    /** A fact's sources as a JSON list. */
    public static String sources(Provenance provenance) {
        return provenance.sources().isEmpty()
                ? "[]"
                : JsonText.of(out -> out.list(_ -> new FactWriter(out, false).items(provenance)));
    }

    /** A fact with a content that it was not recorded with, so that no hash fits it. */
    public static String unhashed(RecordedFact fact) {
        return JsonText.of(out -> new FactWriter(out, true).recorded(fact, Optional.empty()));
    }

    private void recorded(RecordedFact fact, Optional<String> hash) {
        out.object(
                _ -> {
                    out.field("id", fact.id().toString());
                    content(fact.fact());
                    out.field("position", fact.position());
                    out.field("recordedAt", Instants.text(fact.recordedAt()));
                    out.field("recordedBy", fact.recordedBy());
                    text("hash", hash);
                });
    }

    private void content(Fact fact) {
        out.field("type", FactType.of(fact).word());
        fields(fact);
        if (fact instanceof Fact.Dated dated) {
            date(dated);
        }
        provenance(fact.provenance());
    }

    private void fields(Fact fact) {
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
                    out.field("seats", f.seats().get());
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
                    out.field("acting", f.acting().get());
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
                out.object("with", _ -> new FactWriter(out, false).content(f.with()));
            }
            case Fact.FactRetracted f -> {
                text("fact", f.fact().toString());
                text("reason", f.reason());
            }
        }
    }

    private void date(Fact.Dated fact) {
        text("date", fact.date().text());
        if (derived) {
            day("earliest", fact.date().bounds().earliest());
            day("latest", fact.date().bounds().latest());
        }
    }

    private void day(String field, Day day) {
        out.field(field, day.isBounded() ? day.toString() : null);
    }

    private void provenance(Provenance provenance) {
        if (!provenance.sources().isEmpty()) {
            out.list("sources", _ -> items(provenance));
        }
        text("note", provenance.note());
    }

    private void items(Provenance provenance) {
        provenance.sources().forEach(source -> out.object(_ -> source(source)));
    }

    private void source(Source source) {
        text("title", source.title());
        text("author", source.author());
        if (source.year().isPresent()) {
            out.field("year", source.year().get());
        }
        text("url", source.url());
        text("quote", source.quote());
    }

    private void text(String field, String value) {
        out.field(field, value);
    }

    private void text(String field, Optional<String> value) {
        if (value.isPresent()) {
            text(field, value.get());
        }
    }

    private void slug(String field, Slug value) {
        text(field, value.value());
    }

    private void slug(String field, Optional<Slug> value) {
        if (value.isPresent()) {
            slug(field, value.get());
        }
    }

    private void number(String field, Optional<Double> value) {
        if (value.isPresent()) {
            out.field(field, value.get());
        }
    }

    private void texts(String field, List<String> values) {
        if (!values.isEmpty()) {
            out.list(field, _ -> values.forEach(out::item));
        }
    }
}
