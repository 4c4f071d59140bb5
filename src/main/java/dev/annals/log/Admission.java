package dev.annals.log;

import dev.annals.domain.fact.Defaults;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.Violation;
import dev.annals.log.AppendOutcome.Appended;
import dev.annals.log.AppendOutcome.ConditionFailed;
import dev.annals.log.AppendOutcome.IdReused;
import dev.annals.log.AppendOutcome.InvalidFacts;
import dev.annals.log.AppendOutcome.Receipt;
import dev.annals.log.AppendOutcome.Rejection;
import dev.annals.views.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Judges the appends of a group one after the other and numbers the facts of those it admits. Pure:
 * all that it needs to know has been looked up. An append that is refused leaves no trace for the
 * next.
 */
final class Admission {

    private final KnownFacts known;
    private final Instant recordedAt;
    private final List<KnownFacts.Known> admitted = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private long position;

    /**
     * @param known what the appends name: held facts by the ids they use and refer to
     * @param recordedAt not before the head's
     */
    Admission(Head head, KnownFacts known, Instant recordedAt) {
        this.position = head.position();
        this.known = known;
        this.recordedAt = recordedAt;
    }

    /** The admitted facts, in order of position. */
    List<KnownFacts.Known> admitted() {
        return admitted;
    }

    /** What the admitted facts change. */
    List<Change> changes() {
        return changes;
    }

    /**
     * @param conflicts positions up to the head at the group's start that fail the append's
     *     condition
     */
    AppendOutcome judge(AppendRequest request, List<Long> conflicts) {
        Map<UUID, Draft> fresh = new LinkedHashMap<>();
        Optional<Rejection> refused = findFresh(request, fresh);
        if (refused.isEmpty() && !fresh.isEmpty()) {
            refused = request.condition().flatMap(c -> failed(c, conflicts));
        }
        if (refused.isPresent()) {
            return refused.get();
        }
        fresh.values().forEach(draft -> admit(draft, request.recordedBy()));
        List<Receipt> receipts = request.drafts().stream().map(this::receipt).toList();
        return new Appended(receipts, fresh.size(), position);
    }

    /** Collects the drafts that are not held yet, unless an id or a reference is wrong. */
    private Optional<Rejection> findFresh(AppendRequest request, Map<UUID, Draft> fresh) {
        List<Violation> reused = new ArrayList<>();
        List<Violation> invalid = new ArrayList<>();
        for (Draft draft : request.drafts()) {
            Optional<Fact> held = held(draft.id(), fresh);
            if (held.isEmpty()) {
                checkReference(draft, fresh).ifPresent(invalid::add);
                fresh.put(draft.id(), draft);
            } else if (!Defaults.filledIn(held.get()).equals(Defaults.filledIn(draft.fact()))) {
                reused.add(
                        new Violation(
                                draft.pointer() + "/id", "names a fact with another content"));
            }
        }
        if (!reused.isEmpty()) {
            return Optional.of(new IdReused(reused));
        }
        return invalid.isEmpty() ? Optional.empty() : Optional.of(new InvalidFacts(invalid));
    }

    private Optional<Fact> held(UUID id, Map<UUID, Draft> fresh) {
        Optional<Fact> inLog = known.find(id).map(k -> k.fact().fact());
        return inLog.or(() -> Optional.ofNullable(fresh.get(id)).map(Draft::fact));
    }

    private Optional<Violation> checkReference(Draft draft, Map<UUID, Draft> fresh) {
        if (!(draft.fact() instanceof Fact.Amendment amendment)) {
            return Optional.empty();
        }
        Optional<Fact> named = held(amendment.fact(), fresh);
        if (named.isEmpty()) {
            return Optional.of(
                    new Violation(
                            draft.pointer() + "/fact", "names no earlier fact of this timeline"));
        }
        return amendment instanceof Fact.FactCorrected correction
                ? checkCorrection(draft, correction, named.get())
                : Optional.empty();
    }

    private static Optional<Violation> checkCorrection(
            Draft draft, Fact.FactCorrected correction, Fact named) {
        FactType type = FactType.of(named);
        if (type.isAmendment()) {
            return Optional.of(
                    new Violation(
                            draft.pointer() + "/fact",
                            "names a " + type.word() + "; a correction names the plain fact"));
        }
        if (FactType.of(correction.with()) != type) {
            return Optional.of(
                    new Violation(
                            draft.pointer() + "/with/type",
                            "must be " + type.word() + ", the type of the fact corrected"));
        }
        return Optional.empty();
    }

    private Optional<Rejection> failed(Condition condition, List<Long> conflicts) {
        List<Long> conflicting = new ArrayList<>(conflicts);
        for (KnownFacts.Known row : admitted) {
            boolean touched =
                    condition
                            .subjects()
                            .map(s -> !Collections.disjoint(s, row.touches()))
                            .orElse(true);
            if (touched && row.fact().position() > condition.after()) {
                conflicting.add(row.fact().position());
            }
        }
        return conflicting.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ConditionFailed(
                                conflicting.stream().limit(ConditionFailed.MOST).toList()));
    }

    /** Positions from one to another, as far as they are told. */
    static List<Long> positions(long after, long upTo) {
        return after >= upTo
                ? List.of()
                : LongStream.rangeClosed(after + 1, upTo)
                        .limit(ConditionFailed.MOST)
                        .boxed()
                        .toList();
    }

    private void admit(Draft draft, String recordedBy) {
        position++;
        RecordedFact fact =
                new RecordedFact(draft.id(), position, recordedAt, recordedBy, draft.fact());
        KnownFacts.Known added = known.add(fact);
        admitted.add(added);
        changes.add(new Change(fact, known.lineage(added.root())));
    }

    private Receipt receipt(Draft draft) {
        RecordedFact fact = known.find(draft.id()).orElseThrow().fact();
        return new Receipt(fact.id(), fact.position(), fact.recordedAt());
    }
}
