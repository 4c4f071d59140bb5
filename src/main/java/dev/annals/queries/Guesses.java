package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Deaths;
import dev.annals.domain.span.OfficeHistory;
import dev.annals.domain.span.Role;
import dev.annals.domain.span.Span;
import dev.annals.domain.why.Account;
import dev.annals.log.LogReader;
import dev.annals.views.Folded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the tenures whose vacation was matched by leaving out guesses (3, tenures, rule 3). This
 * shows in no row, so the office is folded again, where it is possible at all: where one seat is
 * left that was taken nobody knows when.
 */
@ApplicationScoped
class Guesses {

    /** What was left out for the tenures, by the facts that open them. */
    record LeftOut(Map<Long, List<Effective<? extends Fact.Dated>>> byOpening) {
        List<Effective<? extends Fact.Dated>> of(ToldSpan span) {
            return byOpening.getOrDefault(span.row().openedBy(), List.of());
        }
    }

    /** A tenure with the two facts that bound it. */
    private record Vacated(
            Span.Tenure tenure,
            Effective<Fact.OfficeAssumed> begin,
            Effective<Fact.OfficeVacated> vacation) {}

    private final LogReader log;

    Guesses(LogReader log) {
        this.log = log;
    }

    Uni<LeftOut> behind(KnownAt known, List<ToldSpan> spans, Map<UUID, Account> accounts) {
        List<Vacated> candidates =
                spans.stream().flatMap(span -> candidate(span, accounts).stream()).toList();
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(new LeftOut(Map.of()));
        }
        Set<Subject> subjects = new HashSet<>();
        candidates.forEach(c -> subjects.add(Subject.office(c.tenure().office())));
        candidates.forEach(c -> subjects.add(Subject.person(c.tenure().person())));
        return log.folded(known.timeline(), subjects, known.position())
                .map(lineages -> leftOut(candidates, lineages));
    }

    private static Optional<Vacated> candidate(ToldSpan span, Map<UUID, Account> accounts) {
        if (!(span.span() instanceof Span.Tenure tenure) || span.row().seats() != 1) {
            return Optional.empty();
        }
        return fact(span, Role.BEGINS, Fact.OfficeAssumed.class, accounts)
                .filter(begin -> isImprecise(begin.content()))
                .flatMap(
                        begin ->
                                fact(span, Role.ENDS, Fact.OfficeVacated.class, accounts)
                                        .map(end -> new Vacated(tenure, begin, end)));
    }

    private static boolean isImprecise(Fact.Dated fact) {
        Bounds bounds = fact.date().bounds();
        return bounds.isImprecise();
    }

    private static <F extends Fact.Dated> Optional<Effective<F>> fact(
            ToldSpan span, Role role, Class<F> type, Map<UUID, Account> accounts) {
        return span.roles().entrySet().stream()
                .filter(fact -> fact.getValue() == role)
                .map(fact -> ToldSpan.dated(accounts.get(fact.getKey())))
                .filter(fact -> type.isInstance(fact.content()))
                .map(fact -> new Effective<>(fact.id(), fact.position(), type.cast(fact.content())))
                .findFirst();
    }

    private static LeftOut leftOut(List<Vacated> candidates, List<Lineage> lineages) {
        List<Effective<Fact.Plain>> facts =
                lineages.stream().flatMap(lineage -> lineage.effective().stream()).toList();
        Deaths deaths = new Deaths();
        for (Effective<Fact.Plain> fact : facts) {
            if (fact.content() instanceof Fact.PersonDied death) {
                deaths.add(new Effective<>(fact.id(), fact.position(), death));
            }
        }
        Map<Slug, OfficeHistory> offices = new HashMap<>();
        Map<Long, List<Effective<? extends Fact.Dated>>> leftOut = new HashMap<>();
        for (Vacated vacated : candidates) {
            OfficeHistory office =
                    offices.computeIfAbsent(
                            vacated.tenure().office(), slug -> history(slug, facts, deaths));
            leftOut.put(
                    vacated.begin().position(),
                    office.leftOut(vacated.begin(), vacated.vacation()));
        }
        return new LeftOut(leftOut);
    }

    private static OfficeHistory history(
            Slug office, List<Effective<Fact.Plain>> facts, Deaths deaths) {
        OfficeHistory history = new OfficeHistory(office, deaths);
        facts.stream().filter(fact -> isOf(office, fact.content())).forEach(history::add);
        return history;
    }

    private static boolean isOf(Slug office, Fact.Plain content) {
        return Folded.by(FactType.of(content), EntityKind.OFFICE)
                && Mentions.of(content).contains(Subject.office(office));
    }
}
