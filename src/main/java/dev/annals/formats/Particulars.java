package dev.annals.formats;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.queries.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a fact says beside its headline, its date and its sources. */
public final class Particulars {

    private final Labels.Known labels;

    public Particulars(Labels.Known labels) {
        this.labels = labels;
    }

    /** In paragraphs, the note last. */
    public List<String> of(Fact.Dated fact) {
        List<String> paragraphs = new ArrayList<>();
        switch (fact) {
            case Fact.EventOccurred f -> {
                f.description().ifPresent(paragraphs::add);
                list("People", f.people(), Subject::person).ifPresent(paragraphs::add);
                list("Offices", f.offices(), Subject::office).ifPresent(paragraphs::add);
            }
            case Fact.OfficeVacated f -> f.reason().ifPresent(paragraphs::add);
            case Fact.BodyRelocated f -> {
                f.manner().ifPresent(paragraphs::add);
                list("From", f.from().stream().toList(), Subject::place).ifPresent(paragraphs::add);
            }
            case Fact.PersonBorn _, Fact.PersonDied _, Fact.PlaceRenamed _ -> {}
            case Fact.OfficeEstablished _, Fact.OfficeAbolished _, Fact.OfficeAssumed _ -> {}
        }
        fact.provenance().note().ifPresent(paragraphs::add);
        return paragraphs;
    }

    private Optional<String> list(String what, List<Slug> slugs, Function<Slug, Subject> kind) {
        return slugs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        slugs.stream()
                                .map(kind)
                                .map(labels::of)
                                .collect(Collectors.joining(", ", what + ": ", "")));
    }

    /** What the place is called where it happened, or that it happened to. */
    public Optional<String> place(Fact.Dated fact) {
        Optional<Slug> place =
                switch (fact) {
                    case Fact.PersonBorn f -> f.place();
                    case Fact.PersonDied f -> f.place();
                    case Fact.EventOccurred f -> f.place();
                    case Fact.BodyRelocated f -> Optional.of(f.to());
                    case Fact.PlaceRenamed f -> Optional.of(f.place());
                    case Fact.OfficeEstablished _, Fact.OfficeAbolished _ -> Optional.empty();
                    case Fact.OfficeAssumed _, Fact.OfficeVacated _ -> Optional.empty();
                };
        return place.map(Subject::place).map(labels::of);
    }
}
