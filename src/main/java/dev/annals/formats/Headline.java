package dev.annals.formats;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.queries.Labels;

/** Says in a few words what happened. */
public final class Headline {

    private final Labels.Known labels;

    public Headline(Labels.Known labels) {
        this.labels = labels;
    }

    public String of(Fact.Dated fact) {
        return switch (fact) {
            case Fact.PersonBorn f -> person(f.person()) + " is born";
            case Fact.PersonDied f -> person(f.person()) + " dies";
            case Fact.OfficeEstablished f -> office(f.office()) + " is established";
            case Fact.OfficeAbolished f -> office(f.office()) + " is abolished";
            case Fact.OfficeAssumed f ->
                    person(f.person())
                            + (f.isActing() ? " becomes acting " : " becomes ")
                            + office(f.office());
            case Fact.OfficeVacated f -> person(f.person()) + " is no longer " + office(f.office());
            case Fact.BodyRelocated f ->
                    "The body of " + person(f.person()) + " comes to " + place(f.to());
            case Fact.PlaceRenamed f ->
                    f.from().orElseGet(() -> place(f.place())) + " becomes " + f.to();
            case Fact.EventOccurred f -> f.title();
        };
    }

    private String person(Slug slug) {
        return labels.of(Subject.person(slug));
    }

    private String office(Slug slug) {
        return labels.of(Subject.office(slug));
    }

    private String place(Slug slug) {
        return labels.of(Subject.place(slug));
    }
}
