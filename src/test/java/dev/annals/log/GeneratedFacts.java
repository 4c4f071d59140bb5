package dev.annals.log;

import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * A large history in the order in which it happened, the same for the same seed. Among so many
 * facts are a tenth as many people and a fiftieth as many offices; who holds them comes from those
 * born in the generation before.
 */
final class GeneratedFacts implements Iterator<Draft> {

    private static final int FIRST_YEAR = 1500;
    private static final int YEARS = 500;

    /** One generation of people, and a quarter of the offices, are there from the start. */
    private static final int GENERATIONS = 8;

    private final Random random;
    private final int facts;
    private final int people;
    private final int offices;
    private final int places;
    private final boolean isShuffled;
    private final List<Draft> correctable = new ArrayList<>();
    private final Slug[] holders;
    private int peopleBorn;
    private int officesNamed;
    private int made;

    /**
     * @param facts how many to make
     * @param isShuffled whether anybody may be in any fact at any time: the worst for what is
     *     remembered from one batch to the next
     */
    GeneratedFacts(int facts, long seed, boolean isShuffled) {
        this.random = new Random(seed);
        this.facts = facts;
        this.people = Math.max(10, facts / 10);
        this.offices = Math.max(5, facts / 50);
        this.places = Math.max(5, facts / 100);
        this.isShuffled = isShuffled;
        this.holders = new Slug[offices];
    }

    @Override
    public boolean hasNext() {
        return made < facts;
    }

    @Override
    public Draft next() {
        Fact fact = fact();
        Draft draft = new Draft(new UUID(bits(0x4000), random.nextLong()), fact, "/" + made);
        made++;
        if (fact instanceof Fact.Dated && random.nextInt(20) == 0) {
            correctable.add(draft);
        }
        return draft;
    }

    private long bits(int version) {
        return random.nextLong() & ~0xF000L | version;
    }

    private Fact fact() {
        int choice = random.nextInt(100);
        if (peopleBorn < people / GENERATIONS || choice < 9) {
            Slug person = slug("person", peopleBorn++ % people);
            return new Fact.PersonDescribed(
                    person, "Name of " + person, some("Said of " + person), List.of(), sources());
        } else if (officesNamed < offices / 4 || choice < 11) {
            Slug office = slug("office", officesNamed++ % offices);
            return new Fact.OfficeDescribed(
                    office,
                    "Title of " + office,
                    some("an organization"),
                    Optional.of(place()),
                    random.nextInt(10) == 0 ? Optional.of(0) : Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    sources());
        } else if (choice < 20) {
            return new Fact.PersonBorn(
                    slug("person", peopleBorn - 1), date(-30), Optional.of(place()), sources());
        } else if (choice < 25) {
            return new Fact.PersonDied(
                    isShuffled
                            ? person()
                            : slug("person", Math.max(0, peopleBorn - people / GENERATIONS)),
                    date(0),
                    Optional.of(place()),
                    sources());
        } else if (choice < 57) {
            int office = random.nextInt(Math.min(offices, officesNamed));
            holders[office] = person();
            return new Fact.OfficeAssumed(
                    slug("office", office),
                    holders[office],
                    date(0),
                    random.nextInt(30) == 0 ? Optional.of(true) : Optional.empty(),
                    sources());
        } else if (choice < 85) {
            int office = random.nextInt(Math.min(offices, officesNamed));
            return new Fact.OfficeVacated(
                    slug("office", office),
                    holders[office] == null ? person() : holders[office],
                    date(0),
                    some("a reason"),
                    sources());
        } else if (choice < 88) {
            return new Fact.BodyRelocated(
                    person(), place(), Optional.of(place()), date(5), some("by rail"), sources());
        } else if (choice < 90) {
            return new Fact.PlaceRenamed(
                    place(), "Name " + made, some("Old name"), date(0), sources());
        } else if (choice < 98 || correctable.isEmpty()) {
            return new Fact.EventOccurred(
                    "What happened as number " + made,
                    date(0),
                    some("It was long remembered, \u201eand told\u201c in many words."),
                    Optional.of(place()),
                    List.of(person(), person()),
                    List.of(),
                    sources());
        }
        return corrected(correctable.get(random.nextInt(correctable.size())));
    }

    private Fact corrected(Draft draft) {
        Fact.Plain content =
                switch (draft.fact()) {
                    case Fact.OfficeAssumed f ->
                            new Fact.OfficeAssumed(
                                    f.office(), f.person(), date(0), f.acting(), sources());
                    case Fact.OfficeVacated f ->
                            new Fact.OfficeVacated(
                                    f.office(), f.person(), date(0), f.reason(), sources());
                    case Fact.Plain plain -> plain;
                    case Fact.Amendment _ -> throw new IllegalStateException("is not kept");
                };
        return new Fact.FactCorrected(draft.id(), content, sources());
    }

    private Slug person() {
        int known = Math.min(people, peopleBorn);
        int generation = isShuffled ? known : Math.max(2, people / GENERATIONS);
        return slug("person", Math.max(0, known - 1 - random.nextInt(generation)));
    }

    private Slug place() {
        return slug("place", random.nextInt(places));
    }

    private static Slug slug(String kind, int number) {
        return new Slug(kind + "-of-some-length-" + number);
    }

    private EdtfDate date(int yearsOff) {
        int year = isShuffled ? random.nextInt(YEARS) : (int) ((long) made * YEARS / facts);
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        String text =
                switch (random.nextInt(10)) {
                    case 0 -> "%04d";
                    case 1, 2 -> "%04d-%02d";
                    case 3 -> "%04d-%02d-%02d~";
                    default -> "%04d-%02d-%02d";
                };
        return EdtfDate.parse(text.formatted(FIRST_YEAR + year + yearsOff, month, day));
    }

    private Optional<String> some(String text) {
        return random.nextInt(3) == 0 ? Optional.of(text) : Optional.empty();
    }

    private Provenance sources() {
        if (random.nextInt(10) >= 3) {
            return Provenance.NONE;
        }
        Source source =
                new Source(
                        "A history in several volumes " + random.nextInt(500),
                        Optional.of("An Author"),
                        Optional.of(1900 + random.nextInt(100)),
                        some("https://example.org/volume/" + random.nextInt(9)),
                        some("As the chronicle has it, this is so."));
        return new Provenance(List.of(source), some("page " + random.nextInt(900)));
    }
}
