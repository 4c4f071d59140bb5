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
import dev.annals.domain.span.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The part of a timeline's history that its latest appends touched, as known at its head, kept in
 * memory so that an append folds only what it changes and reads only what nobody has read before.
 * Not thread-safe: a lane owns it.
 */
public final class WorkingSet {

    private final SpanHistories histories = new SpanHistories();

    /** Those used last come last. */
    private final SequencedMap<Subject, EntityHistory> entities = new LinkedHashMap<>();

    private final Set<Slug> deathsKnown = new HashSet<>();
    private final Set<Slug> officesComplete = new HashSet<>();
    private int usedLast;
    private long facts;

    /**
     * How many facts are kept here, counted for each subject that keeps them, and subjects: a
     * measure of the memory held.
     */
    public long size() {
        return facts + entities.size();
    }

    /** Whose deaths are known, which is never forgotten: offices may need them. */
    public int people() {
        return deathsKnown.size();
    }

    /**
     * Forgets the subjects that were used longest ago until at most so much is kept; never those
     * that the last changes needed.
     */
    public void forgetBeyond(long mostFacts) {
        Iterator<EntityHistory> eldest = entities.values().iterator();
        while (size() > mostFacts && entities.size() > usedLast) {
            EntityHistory forgotten = eldest.next();
            eldest.remove();
            facts -= forgotten.facts();
            histories.forget(forgotten.subject());
        }
    }

    /**
     * What must be {@linkplain #learn learnt} before these changes can be folded; ask until it is
     * empty.
     */
    public Need need(List<Change> changes) {
        Set<Subject> subjects = new HashSet<>();
        Set<Subject> counted = new HashSet<>();
        for (Change change : changes) {
            Set<Subject> before = change.mentionedBefore();
            Set<Subject> after = change.mentionedAfter();
            subjects.addAll(before);
            subjects.addAll(after);
            before.stream().filter(s -> !after.contains(s) && !isCounted(s)).forEach(counted::add);
            addOfficesOfTheDead(change, subjects);
        }
        Set<Slug> deaths = deathsMissing(subjects);
        subjects.forEach(this::use);
        usedLast = subjects.size();
        subjects.removeAll(entities.keySet());
        return new Need(subjects, counted, deaths);
    }

    private void use(Subject subject) {
        EntityHistory entity = entities.get(subject);
        if (entity != null) {
            entities.putLast(subject, entity);
        }
    }

    private boolean isCounted(Subject subject) {
        return entities.containsKey(subject) && entities.get(subject).isCounted();
    }

    private void addOfficesOfTheDead(Change change, Set<Subject> offices) {
        change.before().ifPresent(fact -> addOfficesOfTheDead(fact, offices));
        change.after().ifPresent(fact -> addOfficesOfTheDead(fact, offices));
    }

    private void addOfficesOfTheDead(Effective<Fact.Plain> fact, Set<Subject> offices) {
        if (fact.content() instanceof Fact.PersonDied death) {
            histories.officesOf(death.person()).stream().map(Subject::office).forEach(offices::add);
        }
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
        if (fact.content() instanceof Fact.PersonDied f && people.contains(f.person())) {
            histories.addDeath(new Effective<>(fact.id(), fact.position(), f));
        }
        for (Subject subject : Mentions.of(fact.content())) {
            if (subjects.contains(subject)) {
                entities.get(subject).add(fact);
                facts++;
                addSpans(subject, fact);
            }
        }
    }

    /** Folds changes for which nothing is needed any more: the rows that they alter. */
    public ViewChanges fold(List<Change> changes) {
        ViewChanges altered = new ViewChanges();
        Map<Object, List<? extends Span>> latest = new HashMap<>();
        changes.forEach(change -> apply(change, altered, latest));
        return altered;
    }

    private void apply(
            Change change, ViewChanges changes, Map<Object, List<? extends Span>> latest) {
        SpanChange spans = new SpanChange(latest);
        Map<Subject, Optional<Entity>> entitiesBefore = new HashMap<>();
        change.mentionedBefore().forEach(s -> entitiesBefore.put(s, entities.get(s).entity()));
        for (Subject subject : change.mentionedAfter()) {
            entitiesBefore.computeIfAbsent(subject, s -> entities.get(s).entity());
        }
        change.before().ifPresent(fact -> mark(spans, fact));
        change.before().ifPresent(fact -> remove(fact, change.mentionedBefore()));
        change.after().ifPresent(fact -> mark(spans, fact));
        change.after().ifPresent(fact -> add(fact, change.mentionedAfter()));
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

    private void add(Effective<Fact.Plain> fact, Set<Subject> mentioned) {
        if (fact.content() instanceof Fact.PersonDied f) {
            histories.addDeath(new Effective<>(fact.id(), fact.position(), f));
        }
        for (Subject subject : mentioned) {
            entities.get(subject).mention(fact);
            facts++;
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

    private void remove(Effective<Fact.Plain> fact, Set<Subject> mentioned) {
        if (fact.content() instanceof Fact.PersonDied f) {
            histories.removeDeath(new Effective<>(fact.id(), fact.position(), f));
        }
        for (Subject subject : mentioned) {
            entities.get(subject).unmention(fact);
            facts--;
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
