package dev.annals.views;

import dev.annals.domain.entity.Entity;
import dev.annals.domain.entity.EntityHistory;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.OfficeHistory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The part of a timeline's history that its latest appends touched, as known at its head, kept in
 * memory so that an append folds only what it changes and reads only what nobody has read before.
 * Not thread-safe: a lane owns it.
 */
public final class WorkingSet {

    private final SpanHistories histories = new SpanHistories();
    private final Map<Subject, EntityHistory> entities = new HashMap<>();
    private final Set<Slug> deathsKnown = new HashSet<>();
    private final Set<Slug> officesComplete = new HashSet<>();
    private long facts;

    /** How many facts are kept here: a measure of the memory held. */
    public long size() {
        return facts;
    }

    /**
     * What must be {@linkplain #learn learnt} before these changes can be folded; ask until it is
     * empty.
     */
    public Need need(List<Change> changes) {
        Set<Subject> subjects = new HashSet<>();
        Set<Subject> counted = new HashSet<>();
        for (Change change : changes) {
            Set<Subject> before = mentions(change.before());
            Set<Subject> after = mentions(change.after());
            subjects.addAll(before);
            subjects.addAll(after);
            before.stream().filter(s -> !after.contains(s) && !isCounted(s)).forEach(counted::add);
            subjects.addAll(officesOfTheDead(change));
        }
        Set<Slug> deaths = deathsMissing(subjects);
        subjects.removeAll(entities.keySet());
        return new Need(subjects, counted, deaths);
    }

    private static Set<Subject> mentions(Optional<Effective<Fact.Plain>> fact) {
        return fact.map(f -> Mentions.of(f.content())).orElse(Set.of());
    }

    private boolean isCounted(Subject subject) {
        return entities.containsKey(subject) && entities.get(subject).isCounted();
    }

    private Set<Subject> officesOfTheDead(Change change) {
        Set<Subject> offices = new HashSet<>();
        Stream.concat(change.before().stream(), change.after().stream())
                .forEach(
                        fact -> {
                            if (fact.content() instanceof Fact.PersonDied death) {
                                histories.officesOf(death.person()).stream()
                                        .map(Subject::office)
                                        .forEach(offices::add);
                            }
                        });
        return offices;
    }

    /** Of the people in the offices known here, since a death ends a tenure. */
    private Set<Slug> deathsMissing(Set<Subject> subjects) {
        Set<Slug> missing = new HashSet<>();
        for (Subject subject : subjects) {
            boolean isKnownOffice =
                    subject.kind() == EntityKind.OFFICE && entities.containsKey(subject);
            if (isKnownOffice && officesComplete.add(subject.slug())) {
                missing.addAll(histories.office(subject.slug()).people());
            }
        }
        missing.removeAll(deathsKnown);
        return missing;
    }

    public void learn(Need need, Taught taught) {
        for (Subject subject : need.subjects()) {
            entities.put(subject, new EntityHistory(subject, taught.mentioned().contains(subject)));
        }
        Set<Slug> people = new HashSet<>(need.deaths());
        need.subjects().stream()
                .filter(s -> s.kind() == EntityKind.PERSON)
                .map(Subject::slug)
                .forEach(people::add);
        people.removeAll(deathsKnown);
        Stream.concat(taught.folded().stream(), taught.deaths().stream())
                .distinct()
                .flatMap(lineage -> lineage.effective().stream())
                .forEach(fact -> learn(fact, need.subjects(), people));
        deathsKnown.addAll(people);
        for (Subject subject : need.counted()) {
            entities.get(subject).count(mentions(taught.touching(), subject));
        }
    }

    private static int mentions(List<Lineage> lineages, Subject subject) {
        return (int)
                lineages.stream()
                        .flatMap(lineage -> lineage.effective().stream())
                        .filter(fact -> Mentions.of(fact.content()).contains(subject))
                        .count();
    }

    private void learn(Effective<Fact.Plain> fact, Set<Subject> subjects, Set<Slug> people) {
        facts++;
        if (fact.content() instanceof Fact.PersonDied f && people.contains(f.person())) {
            histories.addDeath(new Effective<>(fact.id(), fact.position(), f));
        }
        for (Subject subject : Mentions.of(fact.content())) {
            if (subjects.contains(subject)) {
                entities.get(subject).add(fact);
                addSpans(subject, fact);
            }
        }
    }

    /** Folds a change for which nothing is needed any more, and notes the rows that it alters. */
    public void apply(Change change, ViewChanges changes) {
        SpanChange spans = new SpanChange();
        Map<Subject, Optional<Entity>> entitiesBefore = new HashMap<>();
        Stream.concat(mentions(change.before()).stream(), mentions(change.after()).stream())
                .forEach(s -> entitiesBefore.computeIfAbsent(s, _ -> entities.get(s).entity()));
        change.before().ifPresent(fact -> mark(spans, fact));
        change.before().ifPresent(this::remove);
        change.after().ifPresent(fact -> mark(spans, fact));
        change.after().ifPresent(this::add);
        spans.noteIn(changes.spans(), change.position());
        entitiesBefore.forEach(
                (subject, before) ->
                        changes.entities()
                                .replace(
                                        subject,
                                        before,
                                        entities.get(subject).entity(),
                                        change.position()));
        changes.amend(change);
    }

    /** Marks the spans that adding or removing a fact may alter. */
    private void mark(SpanChange spans, Effective<Fact.Plain> fact) {
        switch (fact.content()) {
            case Fact.OfficeAssumed f -> markOffice(spans, f.office(), fact);
            case Fact.OfficeVacated f -> markOffice(spans, f.office(), fact);
            case Fact.OfficeEstablished f -> markOffice(spans, f.office(), fact);
            case Fact.OfficeAbolished f -> markOffice(spans, f.office(), fact);
            case Fact.OfficeDescribed f -> markOffice(spans, f.office(), fact);
            case Fact.BodyRelocated f -> markBody(spans, f.person());
            case Fact.PlaceRenamed f ->
                    spans.mayAlter(
                            Subject.place(f.place()), () -> histories.name(f.place()).names());
            case Fact.PersonDied f -> {
                markBody(spans, f.person());
                histories.officesOf(f.person()).forEach(office -> markOffice(spans, office, fact));
            }
            case Fact.PersonDescribed _,
                    Fact.PlaceDescribed _,
                    Fact.PersonBorn _,
                    Fact.EventOccurred _ -> {}
        }
    }

    private record TenuresOf(Slug office, Slug person) {}

    private void markOffice(SpanChange spans, Slug office, Effective<Fact.Plain> fact) {
        OfficeHistory history = histories.office(office);
        for (Slug person : history.affectedBy(fact)) {
            spans.mayAlter(new TenuresOf(office, person), () -> history.tenuresOf(person));
        }
        spans.mayAlter(Subject.office(office), history::standings);
    }

    private void markBody(SpanChange spans, Slug person) {
        spans.mayAlter(Subject.person(person), () -> histories.body(person).restingPlaces());
    }

    private void add(Effective<Fact.Plain> fact) {
        facts++;
        if (fact.content() instanceof Fact.PersonDied f) {
            histories.addDeath(new Effective<>(fact.id(), fact.position(), f));
        }
        for (Subject subject : Mentions.of(fact.content())) {
            entities.get(subject).mention(fact);
            addSpans(subject, fact);
        }
    }

    private void addSpans(Subject subject, Effective<? extends Fact.Plain> fact) {
        switch (fact.content()) {
            case Fact.BodyRelocated f when subject.equals(Subject.person(f.person())) ->
                    histories.body(f.person()).add(new Effective<>(fact.id(), fact.position(), f));
            case Fact.PlaceRenamed f ->
                    histories.name(f.place()).add(new Effective<>(fact.id(), fact.position(), f));
            case Fact.OfficeAssumed f when subject.kind() == EntityKind.PERSON ->
                    histories.countAssumption(f, +1);
            case Fact.Described _, Fact.Dated _ -> {
                if (subject.kind() == EntityKind.OFFICE) {
                    histories.office(subject.slug()).add(fact);
                }
            }
        }
    }

    private void remove(Effective<Fact.Plain> fact) {
        facts--;
        if (fact.content() instanceof Fact.PersonDied f) {
            histories.removeDeath(new Effective<>(fact.id(), fact.position(), f));
        }
        for (Subject subject : Mentions.of(fact.content())) {
            entities.get(subject).unmention(fact);
            removeSpans(subject, fact);
        }
    }

    private void removeSpans(Subject subject, Effective<? extends Fact.Plain> fact) {
        switch (fact.content()) {
            case Fact.BodyRelocated f when subject.equals(Subject.person(f.person())) ->
                    histories
                            .body(f.person())
                            .remove(new Effective<>(fact.id(), fact.position(), f));
            case Fact.PlaceRenamed f ->
                    histories
                            .name(f.place())
                            .remove(new Effective<>(fact.id(), fact.position(), f));
            case Fact.OfficeAssumed f when subject.kind() == EntityKind.PERSON ->
                    histories.countAssumption(f, -1);
            case Fact.Described _, Fact.Dated _ -> {
                if (subject.kind() == EntityKind.OFFICE) {
                    histories.office(subject.slug()).remove(fact);
                }
            }
        }
    }
}
