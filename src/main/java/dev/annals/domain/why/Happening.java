package dev.annals.domain.why;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;

/** What a dated fact says, as the beginning of a sentence. */
record Happening(Names names) {

    String of(Fact.Dated fact) {
        String when = DayWords.when(fact.date());
        return switch (fact) {
            case Fact.PersonBorn f -> person(f.person()) + " was born " + when;
            case Fact.PersonDied f -> person(f.person()) + " died " + when;
            case Fact.OfficeEstablished f -> office(f.office()) + " was established " + when;
            case Fact.OfficeAbolished f -> office(f.office()) + " was abolished " + when;
            case Fact.OfficeAssumed f ->
                    person(f.person())
                            + " assumed the office of "
                            + office(f.office())
                            + (f.isActing() ? ", acting, " : " ")
                            + when;
            case Fact.OfficeVacated f ->
                    person(f.person())
                            + " left the office of "
                            + office(f.office())
                            + " "
                            + when
                            + f.reason().map(reason -> " (" + reason + ")").orElse("");
            case Fact.BodyRelocated f ->
                    "the body of "
                            + person(f.person())
                            + " was brought"
                            + f.from().map(from -> " from " + place(from)).orElse("")
                            + " to "
                            + place(f.to())
                            + " "
                            + when
                            + f.manner().map(manner -> " (" + manner + ")").orElse("");
            case Fact.PlaceRenamed f ->
                    f.from().orElse("the place") + " was renamed " + f.to() + " " + when;
            case Fact.EventOccurred f -> f.title() + " " + when;
        };
    }

    private String office(Slug slug) {
        return names.of(Subject.office(slug));
    }

    private String person(Slug slug) {
        return names.of(Subject.person(slug));
    }

    private String place(Slug slug) {
        return names.of(Subject.place(slug));
    }
}
