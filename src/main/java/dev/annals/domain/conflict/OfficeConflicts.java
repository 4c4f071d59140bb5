package dev.annals.domain.conflict;

import dev.annals.domain.conflict.Conflict.Claim;
import dev.annals.domain.conflict.Conflict.Part;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.OfficeAbolished;
import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeEstablished;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What cannot all be true of those who held one office, by the facts in effect. */
public final class OfficeConflicts {

    private final Subject office;
    private final Lives lives;
    private final List<Effective<OfficeAssumed>> assumptions;
    private final Reach<Effective<OfficeAbolished>> abolitionsByLast;
    private final Reach<Effective<OfficeAbolished>> abolitionsByFirst;
    private final Reach<Effective<OfficeEstablished>> establishmentsByFirst;
    private final List<Effective<OfficeEstablished>> establishments;
    private final List<Conflict> found = new ArrayList<>();

    private OfficeConflicts(Slug slug, Facts facts) {
        this.office = Subject.office(slug);
        this.lives = new Lives(facts);
        this.assumptions = facts.inOrder(OfficeAssumed.class, f -> f.office().equals(slug));
        List<Effective<OfficeAbolished>> abolitions =
                facts.inOrder(OfficeAbolished.class, f -> f.office().equals(slug));
        this.abolitionsByLast =
                new Reach<>(abolitions, f -> Reading.of(f).last(), f -> Reading.of(f).first());
        this.abolitionsByFirst =
                new Reach<>(abolitions, f -> Reading.of(f).first(), f -> Reading.of(f).last());
        this.establishments = facts.inOrder(OfficeEstablished.class, f -> f.office().equals(slug));
        this.establishmentsByFirst =
                new Reach<>(establishments, f -> Reading.of(f).first(), f -> Reading.of(f).last());
    }

    /**
     * @param facts in effect, all of those about the office and about the births and deaths of the
     *     people in it; others are passed over
     * @return by kind, then in order of history
     */
    public static List<Conflict> of(Slug office, Collection<Effective<Fact.Plain>> facts) {
        Facts those = new Facts(facts);
        OfficeConflicts conflicts = new OfficeConflicts(office, those);
        conflicts.assumptions.forEach(conflicts::judge);
        Holding holding = new Holding(office, those);
        conflicts.found.addAll(holding.crowds());
        conflicts.found.addAll(holding.vacationsWithoutTenure());
        return conflicts.found.stream().sorted(Comparator.comparing(Conflict::kind)).toList();
    }

    private void judge(Effective<OfficeAssumed> assumption) {
        Reading assumed = Reading.of(assumption);
        Subject person = Subject.person(assumption.content().person());
        lives.surestDeath(person.slug())
                .filter(death -> Reading.of(death).isSurelyBefore(assumed))
                .ifPresent(
                        death ->
                                add(
                                        ConflictKind.ASSUMED_AFTER_DEATH,
                                        assumption,
                                        death,
                                        List.of(office, person),
                                        " after dying"));
        lives.surestBirth(person.slug())
                .filter(birth -> assumed.isSurelyBefore(Reading.of(birth)))
                .ifPresent(
                        birth ->
                                add(
                                        ConflictKind.ASSUMED_BEFORE_BIRTH,
                                        assumption,
                                        birth,
                                        List.of(office, person),
                                        " before being born"));
        abolitionBefore(assumed)
                .ifPresent(
                        abolition ->
                                add(
                                        ConflictKind.ASSUMED_AFTER_ABOLITION,
                                        assumption,
                                        abolition,
                                        List.of(office, person),
                                        " after it was abolished"));
        establishmentAfter(assumed)
                .ifPresent(
                        establishment ->
                                add(
                                        ConflictKind.ASSUMED_BEFORE_ESTABLISHMENT,
                                        assumption,
                                        establishment,
                                        List.of(office, person),
                                        " before it was established"));
    }

    /**
     * The abolition that surely came before and that no establishment can have followed in time: if
     * any is so, then the one that came last is.
     */
    private Optional<Effective<OfficeAbolished>> abolitionBefore(Reading assumed) {
        return abolitionsByLast
                .before(assumed.first())
                .filter(
                        abolition ->
                                establishmentsByFirst
                                        .upTo(assumed.last())
                                        .filter(e -> mayFollow(e, Reading.of(abolition)))
                                        .isEmpty());
    }

    /**
     * The first establishment, if all surely came after and no abolition can have come in between,
     * which would say that the office had been there before.
     */
    private Optional<Effective<OfficeEstablished>> establishmentAfter(Reading assumed) {
        boolean allAfter =
                establishments.stream().allMatch(e -> assumed.isSurelyBefore(Reading.of(e)));
        return establishments.stream()
                .filter(_ -> allAfter)
                .min(Comparator.comparing(e -> Reading.of(e).last()))
                .filter(
                        first ->
                                abolitionsByFirst
                                        .upTo(Reading.of(first).last())
                                        .filter(a -> mayFollow(a, assumed))
                                        .isEmpty());
    }

    private static boolean mayFollow(Effective<? extends Fact.Dated> fact, Reading other) {
        return !Reading.of(fact).last().isBefore(other.first());
    }

    private void add(
            ConflictKind kind,
            Effective<OfficeAssumed> assumption,
            Effective<? extends Fact.Dated> denial,
            List<Subject> subjects,
            String relation) {
        Reading claimed = Reading.of(assumption);
        Reading denied = Reading.of(denial);
        long days = Math.max(claimed.daysUntil(denied), denied.daysUntil(claimed));
        found.add(
                new Conflict(
                        kind,
                        subjects,
                        List.of(new Claim(assumption, Part.CLAIMS), new Claim(denial, Part.DENIES)),
                        Apart.days(days),
                        Sentence.of(
                                Subject.person(assumption.content().person()),
                                " assumed the office “",
                                office,
                                "” (",
                                assumption.content().date().text(),
                                ") at least ",
                                Words.days(days),
                                relation,
                                " (",
                                denial.content().date().text(),
                                ").")));
    }
}
