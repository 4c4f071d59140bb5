package dev.annals.domain.span;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.BodyRelocated;
import dev.annals.domain.fact.Fact.EventOccurred;
import dev.annals.domain.fact.Fact.OfficeAbolished;
import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeDescribed;
import dev.annals.domain.fact.Fact.OfficeEstablished;
import dev.annals.domain.fact.Fact.OfficeVacated;
import dev.annals.domain.fact.Fact.PersonBorn;
import dev.annals.domain.fact.Fact.PersonDescribed;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Fact.PlaceDescribed;
import dev.annals.domain.fact.Fact.PlaceRenamed;
import dev.annals.domain.fact.InOrder;
import dev.annals.domain.fact.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who held one office, by the facts in effect. Tenures are folded person by person, since a change
 * touches few of them: {@link #affectedBy} says whose.
 */
public final class OfficeHistory {

    private static final Comparator<Effective<OfficeVacated>> BY_LATEST =
            Comparator.<Effective<OfficeVacated>, Day>comparing(
                            v -> v.content().date().bounds().latest())
                    .thenComparing(Effective.BY_DATE);

    private final Slug office;
    private final Deaths deaths;
    private final NavigableMap<Long, OfficeDescribed> descriptions = new TreeMap<>();
    private final Succession succession = new Succession();
    private final Map<Slug, List<Effective<OfficeVacated>>> vacations = new HashMap<>();
    private final NavigableMap<When, Effective<OfficeEstablished>> establishments = new TreeMap<>();
    private final NavigableMap<When, Effective<OfficeAbolished>> abolitions = new TreeMap<>();

    /**
     * @param deaths of the people who assumed this office at least
     */
    public OfficeHistory(Slug office, Deaths deaths) {
        this.office = office;
        this.deaths = deaths;
    }

    /** Facts that are not about who held this office are passed over. */
    public void add(Effective<? extends Fact.Plain> fact) {
        switch (fact.content()) {
            case OfficeDescribed f -> descriptions.put(fact.position(), f);
            case OfficeAssumed f -> succession.add(with(fact, f));
            case OfficeVacated f ->
                    vacations.put(
                            f.person(),
                            InOrder.with(vacationsOf(f.person()), with(fact, f), BY_LATEST));
            case OfficeEstablished f -> establishments.put(When.of(with(fact, f)), with(fact, f));
            case OfficeAbolished f -> abolitions.put(When.of(with(fact, f)), with(fact, f));
            case PersonDescribed _, PlaceDescribed _, PersonBorn _, PersonDied _ -> {}
            case BodyRelocated _, PlaceRenamed _, EventOccurred _ -> {}
        }
    }

    public void remove(Effective<? extends Fact.Plain> fact) {
        switch (fact.content()) {
            case OfficeDescribed _ -> descriptions.remove(fact.position());
            case OfficeAssumed f -> succession.remove(with(fact, f));
            case OfficeVacated f ->
                    vacations.put(
                            f.person(),
                            InOrder.without(vacationsOf(f.person()), with(fact, f), BY_LATEST));
            case OfficeEstablished f -> establishments.remove(When.of(with(fact, f)));
            case OfficeAbolished f -> abolitions.remove(When.of(with(fact, f)));
            case PersonDescribed _, PlaceDescribed _, PersonBorn _, PersonDied _ -> {}
            case BodyRelocated _, PlaceRenamed _, EventOccurred _ -> {}
        }
    }

    private List<Effective<OfficeVacated>> vacationsOf(Slug person) {
        return vacations.getOrDefault(person, List.of());
    }

    private static <F extends Fact.Plain> Effective<F> with(Effective<?> fact, F content) {
        return new Effective<>(fact.id(), fact.position(), content);
    }

    /** Everybody who assumed this office. */
    public Set<Slug> people() {
        return succession.people();
    }

    /** The people whose tenures may differ when this fact is added or removed. */
    public Set<Slug> affectedBy(Effective<? extends Fact.Plain> fact) {
        return switch (fact.content()) {
            case OfficeAssumed f -> successionAround(with(fact, f));
            case OfficeVacated f -> Set.of(f.person());
            case PersonDied f -> Set.of(f.person());
            case OfficeAbolished _ -> people();
            case OfficeDescribed f -> changesSeats(fact.position(), f) ? people() : Set.of();
            case OfficeEstablished _, PersonDescribed _, PlaceDescribed _, PersonBorn _ -> Set.of();
            case BodyRelocated _, PlaceRenamed _, EventOccurred _ -> Set.of();
        };
    }

    private Set<Slug> successionAround(Effective<OfficeAssumed> fact) {
        Set<Slug> people = new HashSet<>();
        people.add(fact.content().person());
        if (hasOneSeat()) {
            people.addAll(succession.predecessors(fact));
        }
        return people;
    }

    private boolean hasOneSeat() {
        return hasOneSeat(descriptions.lastEntry());
    }

    private static boolean hasOneSeat(Map.Entry<Long, OfficeDescribed> last) {
        return last == null || last.getValue().hasOneSeat();
    }

    /** Whether the office's seats turn from one to several or back with this description. */
    private boolean changesSeats(long position, OfficeDescribed description) {
        Map.Entry<Long, OfficeDescribed> before = descriptions.lowerEntry(position);
        boolean isLast = descriptions.higherEntry(position) == null;
        return isLast && hasOneSeat(before) != description.hasOneSeat();
    }

    /** The person's tenures, in order of begin. */
    public List<Span.Tenure> tenuresOf(Slug person) {
        return matched(person, new ArrayList<>()).stream().map(Term::tenure).toList();
    }

    /** The person's vacations that no tenure is ended by, in the order in which they were tried. */
    public List<Effective<OfficeVacated>> vacationsWithoutTenure(Slug person) {
        List<Effective<OfficeVacated>> unmatched = new ArrayList<>();
        matched(person, unmatched);
        return unmatched;
    }

    /** Everybody who vacated this office. */
    public Set<Slug> leavers() {
        return Set.copyOf(vacations.keySet());
    }

    private List<Term> matched(Slug person, List<Effective<OfficeVacated>> unmatched) {
        boolean oneSeat = hasOneSeat();
        List<Term> terms = new ArrayList<>();
        for (Effective<OfficeAssumed> begin : succession.of(person)) {
            terms.add(
                    new Term(begin, cap(begin, succession.next(begin, oneSeat)), Optional.empty()));
        }
        for (Effective<OfficeVacated> vacation : vacationsOf(person)) {
            if (!match(terms, vacation, oneSeat)) {
                unmatched.add(vacation);
            }
        }
        return terms;
    }

    /** Whether there is a tenure that the vacation ends. */
    private boolean match(List<Term> terms, Effective<OfficeVacated> vacation, boolean oneSeat) {
        Bounds vacated = vacation.content().date().bounds();
        Optional<Term> found = best(terms, vacated);
        if (found.isEmpty()) {
            List<Term> recapped =
                    terms.stream()
                            .filter(term -> term.mayHaveBegunBy(vacated))
                            .filter(term -> term.beginBounds().isImprecise())
                            .map(term -> term.cappedBy(capCertainlyLater(term.begin(), oneSeat)))
                            .toList();
            found = best(recapped, vacated);
        }
        found.ifPresent(
                term ->
                        terms.replaceAll(
                                t ->
                                        t.begin().position() == term.begin().position()
                                                ? term.vacatedBy(vacation)
                                                : t));
        return found.isPresent();
    }

    /**
     * Rather one that began before the vacation than one that began with it, and of those the last.
     */
    private static Optional<Term> best(List<Term> terms, Bounds vacated) {
        return terms.stream()
                .filter(term -> term.fits(vacated))
                .max(
                        Comparator.<Term, Boolean>comparing(
                                        t ->
                                                t.beginBounds()
                                                        .earliest()
                                                        .isBefore(vacated.earliest()))
                                .thenComparing(Term::begin, Effective.BY_DATE));
    }

    /**
     * What would have ended a tenure before its vacation: the facts that give the latest day of its
     * first cap. Empty unless the vacation was matched by leaving out guesses.
     */
    public List<Effective<? extends Fact.Dated>> leftOut(
            Effective<OfficeAssumed> begin, Effective<OfficeVacated> vacation) {
        return cap(begin, succession.next(begin, hasOneSeat()))
                .filter(
                        cap ->
                                !new Term(begin, Optional.of(cap), Optional.empty())
                                        .fits(vacation.content().date().bounds()))
                .map(Cap::latestFacts)
                .orElse(List.of());
    }

    private Optional<Cap> capCertainlyLater(Effective<OfficeAssumed> begin, boolean oneSeat) {
        return cap(begin, succession.nextCertainlyLater(begin, oneSeat));
    }

    private Optional<Cap> cap(
            Effective<OfficeAssumed> begin, Optional<Effective<OfficeAssumed>> next) {
        Day from = begin.content().date().bounds().earliest();
        List<Effective<? extends Fact.Dated>> moments = new ArrayList<>();
        next.ifPresent(moments::add);
        deaths.firstNotBefore(begin.content().person(), from).ifPresent(moments::add);
        firstAbolitionNotBefore(from).ifPresent(moments::add);
        return Cap.of(moments);
    }

    private Optional<Effective<OfficeAbolished>> firstAbolitionNotBefore(Day from) {
        for (Effective<OfficeAbolished> abolition : abolitions.values()) {
            if (!abolition.content().date().bounds().latest().isBefore(from)) {
                return Optional.of(abolition);
            }
        }
        return Optional.empty();
    }

    /** When the office existed, whoever held it. */
    public List<Span.Standing> standings() {
        List<Span.Standing> standings = new ArrayList<>();
        Optional<When> after = Optional.empty();
        for (When abolished : abolitions.keySet()) {
            Optional<Effective<? extends Fact.Dated>> first = firstSignOfLife(after);
            if (first.filter(f -> When.of(f).compareTo(abolished) < 0).isPresent()) {
                standings.add(standing(first.get(), endAfter(abolished)));
            }
            after = Optional.of(abolished);
        }
        firstSignOfLife(after).ifPresent(first -> standings.add(standing(first, Day.AFTER_ALL)));
        return standings;
    }

    private Optional<Effective<? extends Fact.Dated>> firstSignOfLife(Optional<When> after) {
        List<Effective<? extends Fact.Dated>> firsts = new ArrayList<>();
        succession.firstAfter(after).ifPresent(firsts::add);
        Optional.ofNullable(
                        after.isPresent()
                                ? establishments.higherEntry(after.get())
                                : establishments.firstEntry())
                .map(Map.Entry::getValue)
                .ifPresent(firsts::add);
        return firsts.stream().min(Effective.BY_DATE);
    }

    /** The first day on which this abolition or a later one has come. */
    private Day endAfter(When abolished) {
        return abolitions.tailMap(abolished, true).keySet().stream()
                .map(when -> when.bounds().latest())
                .min(Comparator.naturalOrder())
                .orElse(Day.AFTER_ALL);
    }

    private Span.Standing standing(Effective<? extends Fact.Dated> first, Day until) {
        Day from = first.content().date().bounds().earliest();
        return new Span.Standing(office, Periods.possible(from, until), first.position());
    }
}
