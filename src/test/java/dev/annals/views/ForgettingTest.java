package dev.annals.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Subject;
import dev.annals.oracle.RandomHistory;
import dev.annals.oracle.RandomHistory.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** A working set that forgets folds what one folds that remembers everything. */
class ForgettingTest {

    /** A log in memory, which answers as {@code LineageReader} does. */
    private static final class Log {
        private final Map<UUID, Lineage> byId = new HashMap<>();
        private final Map<UUID, Lineage> byRoot = new HashMap<>();

        Change append(RecordedFact fact) {
            Lineage lineage =
                    fact.fact() instanceof Fact.Amendment amendment
                            ? byRoot.get(byId.get(amendment.fact()).plain().id()).with(fact)
                            : Lineage.of(fact);
            byId.put(fact.id(), lineage);
            byRoot.put(lineage.plain().id(), lineage);
            return new Change(fact, lineage);
        }

        /** As known before some changes. */
        Log before(long position) {
            Log log = new Log();
            byRoot.values().stream()
                    .flatMap(lineage -> lineage.facts().stream())
                    .filter(fact -> fact.position() < position)
                    .sorted((a, b) -> Long.compare(a.position(), b.position()))
                    .forEach(log::append);
            return log;
        }

        void teach(WorkingSet workingSet, List<Change> changes) {
            for (Need need = workingSet.need(changes);
                    !need.isEmpty();
                    need = workingSet.need(changes)) {
                Set<Subject> deaths = new HashSet<>();
                need.deaths().forEach(person -> deaths.add(Subject.person(person)));
                workingSet.learn(
                        need,
                        new Taught(
                                find(need.subjects(), Log::isFolded),
                                find(need.counted(), (_, _) -> true),
                                find(deaths, (l, s) -> isDeath(l)),
                                mentioned(need.subjects())));
            }
        }

        private List<Lineage> find(
                Collection<Subject> subjects, BiPredicate<Lineage, Subject> condition) {
            return byRoot.values().stream()
                    .filter(
                            lineage ->
                                    subjects.stream()
                                            .anyMatch(
                                                    s ->
                                                            touched(lineage).contains(s)
                                                                    && condition.test(lineage, s)))
                    .toList();
        }

        private static boolean isFolded(Lineage lineage, Subject subject) {
            return Folded.by(FactType.of(lineage.plain().fact()), subject.kind());
        }

        private static boolean isDeath(Lineage lineage) {
            return lineage.plain().fact() instanceof Fact.PersonDied;
        }

        private static Set<Subject> touched(Lineage lineage) {
            Set<Subject> touched = new HashSet<>();
            for (RecordedFact fact : lineage.facts()) {
                switch (fact.fact()) {
                    case Fact.Plain plain -> touched.addAll(Mentions.of(plain));
                    case Fact.FactCorrected c -> touched.addAll(Mentions.of(c.with()));
                    case Fact.FactRetracted _ -> {}
                }
            }
            return touched;
        }

        private Set<Subject> mentioned(Set<Subject> subjects) {
            Set<Subject> mentioned = new HashSet<>();
            for (Lineage lineage : byRoot.values()) {
                lineage.effective()
                        .map(Effective::content)
                        .map(Mentions::of)
                        .ifPresent(mentioned::addAll);
            }
            mentioned.retainAll(subjects);
            return mentioned;
        }
    }

    private static List<Object> rows(ViewChanges views) {
        return List.of(
                Set.copyOf(views.spans().added()),
                Set.copyOf(views.spans().closings()),
                Set.copyOf(views.entities().added()),
                Set.copyOf(views.entities().closings()),
                Set.copyOf(views.amendedFacts().added()),
                Set.copyOf(views.amendedFacts().closings()));
    }

    private static ViewChanges fold(WorkingSet workingSet, Log log, List<Change> changes) {
        log.before(changes.getFirst().position()).teach(workingSet, changes);
        return workingSet.fold(changes);
    }

    private static void check(long seed, Size size) {
        Random random = new Random(seed);
        Log log = new Log();
        WorkingSet remembering = new WorkingSet();
        WorkingSet forgetting = new WorkingSet();
        List<Change> changes = new ArrayList<>();
        for (RecordedFact fact : RandomHistory.of(seed, size).log()) {
            changes.add(log.append(fact));
            if (random.nextInt(3) == 0) {
                assertThat(rows(fold(forgetting, log, changes)))
                        .as("seed %d at %d", seed, fact.position())
                        .isEqualTo(rows(fold(remembering, log, changes)));
                forgetting.forgetBeyond(random.nextInt(12));
                changes.clear();
            }
        }
    }

    @Test
    void what_was_forgotten_is_learnt_again() {
        for (long seed = 0; seed < 600; seed++) {
            check(seed, Size.SMALL);
        }
        for (long seed = 0; seed < 100; seed++) {
            check(seed, new Size(6, 9, 6, 20, 80));
        }
    }

    @Test
    void no_more_is_kept_than_allowed_but_what_was_used_last() {
        Log log = new Log();
        WorkingSet workingSet = new WorkingSet();
        List<RecordedFact> facts = RandomHistory.of(1, new Size(6, 9, 6, 80, 81)).log();
        for (RecordedFact fact : facts) {
            fold(workingSet, log, List.of(log.append(fact)));
        }
        assertThat(workingSet.size()).isGreaterThan(40);
        workingSet.forgetBeyond(40);
        assertThat(workingSet.size()).isBetween(1L, 40L);
        workingSet.forgetBeyond(0);
        assertThat(workingSet.size()).isPositive();

        Change last = log.append(facts.getLast());
        assertThat(workingSet.need(List.of(last)).subjects()).isEmpty();
    }
}
