package dev.annals.domain.span;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import dev.annals.oracle.History;
import dev.annals.oracle.PlainSpan;
import dev.annals.oracle.RandomHistory.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Folding only what an appended fact affects gives what folding everything does. */
class IncrementalFoldTest {

    @Test
    void folding_only_the_affected_is_folding_everything() {
        Faults.search(LongStream.range(0, 1_500), Size.SMALL, IncrementalFoldTest::fault);
    }

    @Test
    void folding_only_the_affected_of_a_crowded_office_is_folding_everything() {
        Size crowded = new Size(1, 5, 2, 4, 20);
        Faults.search(LongStream.range(0, 4_000), crowded, IncrementalFoldTest::fault);
    }

    private static Optional<String> fault(History history) {
        var log = new IncrementalLog();
        for (RecordedFact fact : history.log()) {
            log.append(fact);
            var whole = RealFolds.of(history.log(), fact.position());
            if (!log.spans().equals(whole.spans())) {
                return Optional.of(
                        FoldsAgreeWithOracleTest.difference(
                                "after " + fact.position(), whole.spans(), log.spans()));
            }
            if (!log.standings().equals(standings(whole))) {
                return Optional.of(
                        FoldsAgreeWithOracleTest.difference(
                                "after " + fact.position(), standings(whole), log.standings()));
            }
        }
        return Optional.empty();
    }

    private static List<Span.Standing> standings(RealFolds folds) {
        return folds.offices.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(office -> office.getValue().standings().stream())
                .toList();
    }

    /** Keeps the spans of everything, and folds again what a fact may have changed. */
    private static final class IncrementalLog {

        private record Holder(Slug office, Slug person) {}

        private final RealFolds folds = new RealFolds();
        private final Map<UUID, Lineage> lineages = new HashMap<>();
        private final Map<UUID, UUID> plainIds = new HashMap<>();
        private final Map<Holder, List<Span.Tenure>> tenures = new HashMap<>();
        private final Map<Slug, List<Span.RestingPlace>> restingPlaces = new HashMap<>();
        private final Map<Slug, List<Span.PlaceName>> names = new HashMap<>();

        void append(RecordedFact fact) {
            UUID plainId =
                    fact.fact() instanceof Fact.Amendment amendment
                            ? plainIds.get(amendment.fact())
                            : fact.id();
            plainIds.put(fact.id(), plainId);
            Optional<Lineage> before = Optional.ofNullable(lineages.get(plainId));
            Lineage after = before.map(b -> b.with(fact)).orElseGet(() -> Lineage.of(fact));
            lineages.put(plainId, after);
            replace(before.flatMap(Lineage::effective), after.effective());
        }

        private void replace(
                Optional<Effective<Fact.Plain>> old, Optional<Effective<Fact.Plain>> added) {
            Set<Holder> affected = new HashSet<>();
            old.ifPresent(
                    fact -> {
                        affected.addAll(affectedBy(fact));
                        folds.remove(fact);
                    });
            added.ifPresent(
                    fact -> {
                        affected.addAll(affectedBy(fact));
                        folds.add(fact);
                    });
            for (Holder holder : affected) {
                tenures.put(holder, folds.office(holder.office()).tenuresOf(holder.person()));
            }
            old.ifPresent(fact -> refoldChains(fact.content()));
            added.ifPresent(fact -> refoldChains(fact.content()));
        }

        private Set<Holder> affectedBy(Effective<Fact.Plain> fact) {
            Set<Holder> affected = new HashSet<>();
            Set<Slug> offices =
                    fact.content() instanceof Fact.PersonDied
                            ? folds.offices.keySet()
                            : RealFolds.officeOf(fact.content()).map(Set::of).orElse(Set.of());
            for (Slug office : Set.copyOf(offices)) {
                for (Slug person : folds.office(office).affectedBy(fact)) {
                    affected.add(new Holder(office, person));
                }
            }
            return affected;
        }

        private void refoldChains(Fact.Plain fact) {
            switch (fact) {
                case Fact.PersonDied f ->
                        restingPlaces.put(f.person(), folds.body(f.person()).restingPlaces());
                case Fact.BodyRelocated f ->
                        restingPlaces.put(f.person(), folds.body(f.person()).restingPlaces());
                case Fact.PlaceRenamed f -> names.put(f.place(), folds.place(f.place()).names());
                case Fact.Plain _ -> {}
            }
        }

        List<PlainSpan> spans() {
            List<Span> all = new ArrayList<>();
            tenures.values().forEach(all::addAll);
            restingPlaces.values().forEach(all::addAll);
            names.values().forEach(all::addAll);
            return RealFolds.spans(all);
        }

        List<Span.Standing> standings() {
            return IncrementalFoldTest.standings(folds);
        }
    }
}
