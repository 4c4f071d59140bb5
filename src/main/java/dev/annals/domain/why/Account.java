package dev.annals.domain.why;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.RecordedFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What became of a plain fact and of all that was said of it, as known at a position. */
public final class Account {

    private final Lineage lineage;
    private final long known;
    private final Optional<Lineage> asKnown;
    private final Optional<Effective<Fact.Plain>> effective;
    private final Optional<RecordedFact> giver;

    /**
     * @param lineage as known at the head, which may be later
     */
    public Account(Lineage lineage, long known) {
        this.lineage = lineage;
        this.known = known;
        this.asKnown =
                Optional.of(lineage)
                        .filter(l -> l.plain().position() <= known)
                        .map(l -> l.knownAt(known));
        this.effective = asKnown.flatMap(Lineage::effective);
        this.giver = asKnown.flatMap(Lineage::contentPosition).map(this::at);
    }

    public UUID id() {
        return lineage.plain().id();
    }

    Lineage lineage() {
        return lineage;
    }

    /** The plain fact as recorded. */
    public RecordedFact plain() {
        return lineage.plain();
    }

    /** The plain fact with its content in effect; empty if nothing of it is. */
    public Optional<Effective<Fact.Plain>> effective() {
        return effective;
    }

    /**
     * The recorded fact that gives the content in effect: the plain one itself, or a correction.
     */
    public Optional<RecordedFact> giver() {
        return giver;
    }

    /** The correction that gives the content in effect, if one does. */
    public Optional<RecordedFact> correction() {
        return giver().filter(giver -> !giver.equals(plain()));
    }

    private RecordedFact at(long position) {
        return lineage.facts().stream()
                .filter(fact -> fact.position() == position)
                .findFirst()
                .orElseThrow();
    }

    /**
     * All recorded facts of the lineage that are not in effect or not known, in order of position.
     * Left out are the {@linkplain #giver giver}, and retractions in effect, which are behind those
     * that they set aside.
     */
    public List<SetAside> setAside() {
        List<SetAside> setAside = new ArrayList<>();
        for (RecordedFact fact : lineage.facts()) {
            if (fact.position() > known) {
                setAside.add(beyond(fact));
            } else {
                known(fact, asKnown.orElseThrow()).ifPresent(setAside::add);
            }
        }
        return setAside;
    }

    private SetAside beyond(RecordedFact fact) {
        Reason reason = Rule.RECORDED_LATER.with(fact.position(), known);
        return new SetAside(fact, Aside.BEYOND_KNOWN, List.of(), reason);
    }

    private Optional<SetAside> known(RecordedFact fact, Lineage asKnown) {
        if (!asKnown.isInEffect(fact.id())) {
            return Optional.of(retracted(fact, asKnown));
        }
        if (giver().equals(Optional.of(fact)) || fact.fact() instanceof Fact.FactRetracted) {
            return Optional.empty();
        }
        return Optional.of(
                giver().map(giver -> replaced(fact, giver))
                        .orElseGet(() -> ofRetracted(fact, asKnown)));
    }

    private static SetAside retracted(RecordedFact fact, Lineage asKnown) {
        List<RecordedFact> by = retractions(fact.id(), asKnown);
        Rule rule =
                switch (fact.fact()) {
                    case Fact.Plain _ -> Rule.RETRACTED;
                    case Fact.FactCorrected _ -> Rule.CORRECTION_RETRACTED;
                    case Fact.FactRetracted _ -> Rule.RETRACTION_RETRACTED;
                };
        return new SetAside(fact, Aside.RETRACTED, by, rule.with(positions(by), reasons(by)));
    }

    private SetAside replaced(RecordedFact fact, RecordedFact giver) {
        boolean isPlain = fact.equals(plain());
        Rule rule = isPlain ? Rule.CORRECTED : Rule.CORRECTION_SUPERSEDED;
        Aside aside = isPlain ? Aside.CORRECTED : Aside.SUPERSEDED;
        return new SetAside(fact, aside, List.of(giver), rule.with(giver.position()));
    }

    private SetAside ofRetracted(RecordedFact correction, Lineage asKnown) {
        List<RecordedFact> by = retractions(plain().id(), asKnown);
        Reason reason = Rule.CORRECTION_OF_RETRACTED.with(positions(by));
        return new SetAside(correction, Aside.RETRACTED, by, reason);
    }

    /** The retractions in effect that name a fact. */
    private static List<RecordedFact> retractions(UUID id, Lineage asKnown) {
        return asKnown.amendments().stream()
                .filter(a -> a.fact() instanceof Fact.FactRetracted r && r.fact().equals(id))
                .filter(a -> asKnown.isInEffect(a.id()))
                .toList();
    }

    private static String positions(List<RecordedFact> facts) {
        return facts.stream()
                .map(fact -> Long.toString(fact.position()))
                .collect(Collectors.joining(" and "));
    }

    private static String reasons(List<RecordedFact> retractions) {
        return retractions.stream()
                .map(retraction -> ((Fact.FactRetracted) retraction.fact()).reason())
                .collect(Collectors.joining("; "));
    }

    /**
     * How many days lie between the question and the nearest date that the fact ever had; {@link
     * Long#MAX_VALUE} if it has none.
     */
    long distanceDays(Bounds question) {
        return Matter.contents(lineage).stream()
                .filter(content -> content instanceof Fact.Dated)
                .mapToLong(c -> Distance.days(((Fact.Dated) c).date().bounds(), question))
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
