package dev.annals.domain.fact;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.UUID;

/**
 * A plain fact with all that was later said of it: its corrections and retractions, and the
 * retractions of those. What is in effect is decided within a lineage, by nothing outside of it.
 */
public final class Lineage {

    /** The beginning of a list that others may be adding to: it never changes itself. */
    private static final class Beginning extends AbstractList<RecordedFact>
            implements RandomAccess {
        private final ArrayList<RecordedFact> facts;
        private final int size;

        Beginning(ArrayList<RecordedFact> facts) {
            this.facts = facts;
            this.size = facts.size();
        }

        @Override
        public RecordedFact get(int index) {
            return facts.get(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }

    private final RecordedFact plain;
    private final Beginning amendments;

    /**
     * @param plain the fact that all others are finally about
     * @param amendments in order of position
     */
    public Lineage(RecordedFact plain, List<RecordedFact> amendments) {
        this(plain, new Beginning(new ArrayList<>(amendments)));
    }

    private Lineage(RecordedFact plain, Beginning amendments) {
        this.plain = plain;
        this.amendments = amendments;
    }

    public static Lineage of(RecordedFact plain) {
        return new Lineage(plain, List.of());
    }

    public RecordedFact plain() {
        return plain;
    }

    public List<RecordedFact> amendments() {
        return amendments;
    }

    /**
     * This lineage with one more amendment, recorded after all others. A lineage that grows step by
     * step shares one list with all that it was; it must not grow in two threads at once.
     */
    public Lineage with(RecordedFact amendment) {
        ArrayList<RecordedFact> facts =
                amendments.facts.size() == amendments.size
                        ? amendments.facts
                        : new ArrayList<>(amendments);
        facts.add(amendment);
        return new Lineage(plain, new Beginning(facts));
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

    /** All facts of the lineage, in order of position. */
    public List<RecordedFact> facts() {
        List<RecordedFact> facts = new ArrayList<>();
        facts.add(plain);
        facts.addAll(amendments);
        return facts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lineage l
                && plain.equals(l.plain)
                && amendments.equals(l.amendments);
    }

    @Override
    public int hashCode() {
        return plain.hashCode();
    }

    @Override
    public String toString() {
        return "Lineage" + facts();
    }
}
