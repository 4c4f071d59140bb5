package dev.annals.domain.fact;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The entities that a plain fact names. */
public final class Mentions {

    private Mentions() {}

    public static Set<Subject> of(Fact.Plain fact) {
        Set<Subject> subjects = new LinkedHashSet<>();
        switch (fact) {
            case Fact.PersonDescribed f -> subjects.add(Subject.person(f.person()));
            case Fact.OfficeDescribed f -> {
                subjects.add(Subject.office(f.office()));
                addPlace(subjects, f.place());
            }
            case Fact.PlaceDescribed f -> subjects.add(Subject.place(f.place()));
            case Fact.PersonBorn f -> {
                subjects.add(Subject.person(f.person()));
                addPlace(subjects, f.place());
            }
            case Fact.PersonDied f -> {
                subjects.add(Subject.person(f.person()));
                addPlace(subjects, f.place());
            }
            case Fact.OfficeEstablished f -> subjects.add(Subject.office(f.office()));
            case Fact.OfficeAbolished f -> subjects.add(Subject.office(f.office()));
            case Fact.OfficeAssumed f -> addHolding(subjects, f.office(), f.person());
            case Fact.OfficeVacated f -> addHolding(subjects, f.office(), f.person());
            case Fact.BodyRelocated f -> {
                subjects.add(Subject.person(f.person()));
                subjects.add(Subject.place(f.to()));
                addPlace(subjects, f.from());
            }
            case Fact.PlaceRenamed f -> subjects.add(Subject.place(f.place()));
            case Fact.EventOccurred f -> addAll(subjects, f.place(), f.people(), f.offices());
        }
        return subjects;
    }

    private static void addHolding(Set<Subject> subjects, Slug office, Slug person) {
        subjects.add(Subject.office(office));
        subjects.add(Subject.person(person));
    }

    private static void addPlace(Set<Subject> subjects, Optional<Slug> place) {
        place.map(Subject::place).ifPresent(subjects::add);
    }

    private static void addAll(
            Set<Subject> subjects, Optional<Slug> place, List<Slug> people, List<Slug> offices) {
        addPlace(subjects, place);
        people.stream().map(Subject::person).forEach(subjects::add);
        offices.stream().map(Subject::office).forEach(subjects::add);
    }
}
