package dev.annals.domain.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A plain fact with all that was later said of it: its corrections and retractions, and the
 * retractions of those. What is in effect is decided within a lineage, by nothing outside of it.
 *
 * @param plain the fact that all others are finally about
 * @param amendments in order of position
 */
public record Lineage(RecordedFact plain, List<RecordedFact> amendments) {

    public Lineage {
        amendments = List.copyOf(amendments);
    }

    public static Lineage of(RecordedFact plain) {
        return new Lineage(plain, List.of());
    }

    /** This lineage with one more amendment, recorded after all others. */
    public Lineage with(RecordedFact amendment) {
        List<RecordedFact> more = new ArrayList<>(amendments);
        more.add(amendment);
        return new Lineage(plain, more);
    }

    /** This lineage as known at a position, which is not before the plain fact's own. */
    public Lineage knownAt(long position) {
        return new Lineage(
                plain, amendments.stream().filter(a -> a.position() <= position).toList());
    }

    /** The plain fact with its content in effect, or nothing if it is retracted. */
    public Optional<Effective<Fact.Plain>> effective() {
        return contentGiver()
                .map(giver -> new Effective<>(plain.id(), plain.position(), content(giver)));
    }

    /** The position of the fact that gives the content in effect, or nothing if it is retracted. */
    public Optional<Long> contentPosition() {
        return contentGiver().map(RecordedFact::position);
    }

    /** Whether a fact of this lineage is in effect: a retracted one is not. */
    public boolean isInEffect(UUID id) {
        return !retracted().contains(id);
    }

    private Optional<RecordedFact> contentGiver() {
        Set<UUID> retracted = retracted();
        if (retracted.contains(plain.id())) {
            return Optional.empty();
        }
        return amendments.reversed().stream()
                .filter(a -> a.fact() instanceof Fact.FactCorrected && !retracted.contains(a.id()))
                .findFirst()
                .or(() -> Optional.of(plain));
    }

    private static Fact.Plain content(RecordedFact giver) {
        return switch (giver.fact()) {
            case Fact.Plain content -> content;
            case Fact.FactCorrected correction -> correction.with();
            case Fact.FactRetracted _ ->
                    throw new IllegalStateException("a retraction gives no content");
        };
    }

    /**
     * From the last to the first: whatever could retract a retraction has been judged before it.
     */
    private Set<UUID> retracted() {
        Set<UUID> retracted = new HashSet<>();
        for (RecordedFact amendment : amendments.reversed()) {
            if (amendment.fact() instanceof Fact.FactRetracted retraction
                    && !retracted.contains(amendment.id())) {
                retracted.add(retraction.fact());
            }
        }
        return retracted;
    }

    /** Whether the fact with this id belongs to the lineage. */
    public boolean holds(UUID id) {
        return facts().stream().anyMatch(fact -> fact.id().equals(id));
    }

    /** All facts of the lineage, in order of position. */
    public List<RecordedFact> facts() {
        List<RecordedFact> facts = new ArrayList<>();
        facts.add(plain);
        facts.addAll(amendments);
        return facts;
    }
}
