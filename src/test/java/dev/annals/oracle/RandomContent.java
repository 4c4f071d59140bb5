package dev.annals.oracle;

import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Plain facts about a few offices, people and places. */
final class RandomContent {

    private final Random random;
    private final RandomDates dates;
    private final int offices;
    private final int people;
    private final int places;
    private final int plainSeats;

    RandomContent(Random random, RandomHistory.Size most) {
        this.random = random;
        this.dates = RandomDates.somewhere(random);
        this.offices = 1 + random.nextInt(most.offices());
        this.people = 2 + random.nextInt(most.people() - 1);
        this.places = 2 + random.nextInt(most.places() - 1);
        this.plainSeats = random.nextInt(4);
    }

    Fact.Plain next() {
        int choice = random.nextInt(100);
        if (choice < 38) {
            return ofType(FactType.OFFICE_ASSUMED);
        }
        if (choice < 60) {
            return ofType(FactType.OFFICE_VACATED);
        }
        if (choice < 70) {
            return ofType(FactType.BODY_RELOCATED);
        }
        return ofType(RandomHistory.plainTypes().get(random.nextInt(FactType.values().length - 2)));
    }

    /** Another content of the same type: often only the date differs, sometimes nothing. */
    Fact.Plain changed(Fact.Plain fact) {
        if (random.nextInt(10) == 0) {
            return fact;
        }
        return fact instanceof Fact.Dated dated && random.nextBoolean()
                ? on(dates.next(), dated)
                : ofType(FactType.of(fact));
    }

    private static Fact.Plain on(EdtfDate date, Fact.Dated fact) {
        return switch (fact) {
            case Fact.PersonBorn f ->
                    new Fact.PersonBorn(f.person(), date, f.place(), f.provenance());
            case Fact.PersonDied f ->
                    new Fact.PersonDied(f.person(), date, f.place(), f.provenance());
            case Fact.OfficeEstablished f ->
                    new Fact.OfficeEstablished(f.office(), date, f.provenance());
            case Fact.OfficeAbolished f ->
                    new Fact.OfficeAbolished(f.office(), date, f.provenance());
            case Fact.OfficeAssumed f ->
                    new Fact.OfficeAssumed(
                            f.office(), f.person(), date, f.acting(), f.provenance());
            case Fact.OfficeVacated f ->
                    new Fact.OfficeVacated(
                            f.office(), f.person(), date, f.reason(), f.provenance());
            case Fact.BodyRelocated f ->
                    new Fact.BodyRelocated(
                            f.person(), f.to(), f.from(), date, f.manner(), f.provenance());
            case Fact.PlaceRenamed f ->
                    new Fact.PlaceRenamed(f.place(), f.to(), f.from(), date, f.provenance());
            case Fact.EventOccurred f ->
                    new Fact.EventOccurred(
                            f.title(),
                            date,
                            f.description(),
                            f.place(),
                            f.people(),
                            f.offices(),
                            f.provenance());
        };
    }

    private Fact.Plain ofType(FactType type) {
        return switch (type) {
            case PERSON_DESCRIBED ->
                    new Fact.PersonDescribed(
                            person(),
                            "Person " + random.nextInt(3),
                            sometimes(() -> "a person"),
                            List.of(),
                            provenance());
            case OFFICE_DESCRIBED ->
                    new Fact.OfficeDescribed(
                            office(),
                            "Office " + random.nextInt(3),
                            sometimes(() -> "an organization"),
                            sometimes(this::place),
                            seats(),
                            Optional.empty(),
                            List.of(),
                            provenance());
            case PLACE_DESCRIBED ->
                    new Fact.PlaceDescribed(
                            place(),
                            "Place " + random.nextInt(3),
                            Optional.of(48.7),
                            Optional.of(44.5),
                            Optional.empty(),
                            List.of("https://www.wikidata.org/wiki/Q914"),
                            provenance());
            case PERSON_BORN ->
                    new Fact.PersonBorn(
                            person(), dates.next(), sometimes(this::place), provenance());
            case PERSON_DIED ->
                    new Fact.PersonDied(
                            person(), dates.next(), sometimes(this::place), provenance());
            case OFFICE_ESTABLISHED ->
                    new Fact.OfficeEstablished(office(), dates.next(), provenance());
            case OFFICE_ABOLISHED -> new Fact.OfficeAbolished(office(), dates.next(), provenance());
            case OFFICE_ASSUMED ->
                    new Fact.OfficeAssumed(
                            office(),
                            person(),
                            dates.next(),
                            sometimes(random::nextBoolean),
                            provenance());
            case OFFICE_VACATED ->
                    new Fact.OfficeVacated(
                            office(),
                            person(),
                            dates.next(),
                            sometimes(() -> "retired"),
                            provenance());
            case BODY_RELOCATED ->
                    new Fact.BodyRelocated(
                            person(),
                            place(),
                            sometimes(this::place),
                            dates.next(),
                            sometimes(() -> "by night"),
                            provenance());
            case PLACE_RENAMED ->
                    new Fact.PlaceRenamed(
                            place(),
                            "Name " + random.nextInt(3),
                            sometimes(() -> "Name " + random.nextInt(3)),
                            dates.next(),
                            provenance());
            case EVENT_OCCURRED ->
                    new Fact.EventOccurred(
                            "Event " + random.nextInt(3),
                            dates.next(),
                            sometimes(() -> "it happened"),
                            sometimes(this::place),
                            List.of(person()),
                            List.of(office()),
                            provenance());
            case FACT_CORRECTED, FACT_RETRACTED ->
                    throw new IllegalArgumentException("no plain fact: " + type);
        };
    }

    /** A world has its own number of seats, which most descriptions repeat. */
    private Optional<Integer> seats() {
        return sometimes(() -> random.nextBoolean() ? plainSeats : random.nextInt(4));
    }

    private Slug office() {
        return new Slug("office-" + random.nextInt(offices));
    }

    private Slug person() {
        return new Slug("person-" + random.nextInt(people));
    }

    private Slug place() {
        return new Slug("place-" + random.nextInt(places));
    }

    Provenance provenance() {
        if (random.nextInt(5) > 0) {
            return Provenance.NONE;
        }
        var source =
                new Source(
                        "Pravda",
                        Optional.empty(),
                        sometimes(() -> 1953),
                        Optional.empty(),
                        Optional.empty());
        return new Provenance(List.of(source), sometimes(() -> "page 1"));
    }

    private <T> Optional<T> sometimes(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
