package dev.annals.domain.why;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a question is about: an office's holders, a person's offices and resting places, a place's
 * names; with a person beside an office or place, that person there.
 */
public record Matter(Optional<Slug> office, Optional<Slug> person, Optional<Slug> place) {

    /**
     * @throws IllegalArgumentException if nothing is asked about, or an office and a place
     */
    public Matter {
        if (office.isEmpty() && person.isEmpty() && place.isEmpty()) {
            throw new IllegalArgumentException("names no office, no person and no place");
        }
        if (office.isPresent() && place.isPresent()) {
            throw new IllegalArgumentException(
                    "names an office and a place, which no span is about");
        }
    }

    /** What it is about, offices first and places last. */
    public List<Subject> subjects() {
        return Stream.of(
                        office.map(Subject::office),
                        person.map(Subject::person),
                        place.map(Subject::place))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The entity among whose spans all that is asked about are. */
    public Subject main() {
        return person.map(Subject::person).orElseGet(() -> subjects().getFirst());
    }

    /** Whether a span that covers the days is an answer. */
    public boolean asks(Span span) {
        return switch (span) {
            case Span.Tenure t ->
                    place.isEmpty() && isOrAny(office, t.office()) && isOrAny(person, t.person());
            case Span.RestingPlace r -> isOfTheBody(r) && isOrAny(place, r.place());
            case Span.PlaceName n -> person.isEmpty() && place.equals(Optional.of(n.place()));
            case Span.Standing _ -> false;
        };
    }

    private boolean isOfTheBody(Span.RestingPlace span) {
        return office.isEmpty() && person.equals(Optional.of(span.person()));
    }

    /** Whether a span that covers the days says what was so in place of the answer. */
    public boolean excludes(Span span) {
        return switch (span) {
            case Span.Tenure t -> person.isPresent() && office.equals(Optional.of(t.office()));
            case Span.RestingPlace r -> place.isPresent() && isOfTheBody(r);
            case Span.PlaceName _, Span.Standing _ -> false;
        };
    }

    private static boolean isOrAny(Optional<Slug> asked, Slug slug) {
        return asked.isEmpty() || asked.get().equals(slug);
    }

    /** Whether a fact, by its own content or one that a correction gave it, is about this. */
    boolean concerns(Lineage lineage) {
        return contents(lineage).stream().anyMatch(this::concerns);
    }

    static List<Fact.Plain> contents(Lineage lineage) {
        List<Fact.Plain> contents = new ArrayList<>();
        for (RecordedFact recorded : lineage.facts()) {
            switch (recorded.fact()) {
                case Fact.Plain content -> contents.add(content);
                case Fact.FactCorrected correction -> contents.add(correction.with());
                case Fact.FactRetracted _ -> {}
            }
        }
        return contents;
    }

    boolean concerns(Fact.Plain content) {
        return switch (content) {
            case Fact.OfficeAssumed _, Fact.OfficeVacated _ ->
                    place.isEmpty() && Mentions.of(content).containsAll(subjects());
            case Fact.OfficeDescribed f -> office.equals(Optional.of(f.office()));
            case Fact.OfficeEstablished f -> office.equals(Optional.of(f.office()));
            case Fact.OfficeAbolished f -> office.equals(Optional.of(f.office()));
            case Fact.PersonDescribed f -> person.equals(Optional.of(f.person()));
            case Fact.PersonDied f -> person.equals(Optional.of(f.person()));
            case Fact.PersonBorn f ->
                    subjects().size() == 1 && person.equals(Optional.of(f.person()));
            case Fact.BodyRelocated f -> office.isEmpty() && person.equals(Optional.of(f.person()));
            case Fact.PlaceDescribed f -> place.equals(Optional.of(f.place()));
            case Fact.PlaceRenamed f -> person.isEmpty() && place.equals(Optional.of(f.place()));
            case Fact.EventOccurred _ -> false;
        };
    }
}
