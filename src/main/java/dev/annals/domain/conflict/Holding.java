package dev.annals.domain.conflict;

import dev.annals.domain.conflict.Conflict.Claim;
import dev.annals.domain.conflict.Conflict.Part;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.OfficeDescribed;
import dev.annals.domain.fact.Fact.OfficeVacated;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Deaths;
import dev.annals.domain.span.Evidence;
import dev.annals.domain.span.OfficeHistory;
import dev.annals.domain.span.Role;
import dev.annals.domain.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Who held one office, as the rules of succession have it, and where these fail. */
final class Holding {

    private final Subject office;
    private final int seats;
    private final OfficeHistory history;
    private final Map<Slug, List<Span.Tenure>> tenures = new TreeMap<>();

    Holding(Slug slug, Facts facts) {
        this.office = Subject.office(slug);
        Deaths deaths = new Deaths();
        facts.inOrder(PersonDied.class, _ -> true).forEach(deaths::add);
        this.history = new OfficeHistory(slug, deaths);
        List<Effective<Fact.Plain>> own =
                facts.all().stream()
                        .filter(f -> Mentions.of(f.content()).contains(office))
                        .toList();
        own.forEach(history::add);
        this.seats = seats(own);
        history.people().forEach(person -> tenures.put(person, history.tenuresOf(person)));
    }

    private static int seats(List<Effective<Fact.Plain>> facts) {
        return facts.stream()
                .filter(f -> f.content() instanceof OfficeDescribed)
                .max(Comparator.comparingLong(Effective::position))
                .flatMap(f -> ((OfficeDescribed) f.content()).seats())
                .orElse(1);
    }

    /** More people at once than there are seats, and surely so. */
    List<Conflict> crowds() {
        if (seats == 0) {
            return List.of();
        }
        List<Span.Tenure> taking =
                tenures.values().stream().flatMap(List::stream).filter(t -> !t.acting()).toList();
        return new Crowding(taking).stretches(seats).stream().map(this::crowd).toList();
    }

    private Conflict crowd(Crowding.Stretch stretch) {
        List<Slug> people = stretch.tenures().stream().map(Span.Tenure::person).distinct().toList();
        List<Subject> subjects = new ArrayList<>(List.of(office));
        people.stream().map(Subject::person).forEach(subjects::add);
        OptionalLong days =
                stretch.until().isBounded()
                        ? OptionalLong.of(stretch.until().epochDay() - stretch.from().epochDay())
                        : OptionalLong.empty();
        return new Conflict(
                seats == 1 ? ConflictKind.TWO_HOLDERS : ConflictKind.MORE_HOLDERS_THAN_SEATS,
                subjects,
                stretch.tenures().stream().flatMap(t -> claims(t).stream()).distinct().toList(),
                Apart.people(days, people),
                sentence(stretch, people));
    }

    private static List<Claim> claims(Span.Tenure tenure) {
        return tenure.period().evidence().stream()
                .map(evidence -> new Claim(evidence.fact(), part(evidence.role())))
                .toList();
    }

    private static Part part(Role role) {
        return switch (role) {
            case BEGINS -> Part.BEGINS;
            case ENDS -> Part.ENDS;
            case LIMITS -> Part.LIMITS;
        };
    }

    private Sentence sentence(Crowding.Stretch stretch, List<Slug> people) {
        List<Object> parts = new ArrayList<>();
        parts.addAll(Words.list(people.stream().map(Subject::person).toList()));
        parts.add(" certainly held the office “");
        parts.add(office);
        parts.add("” (" + (seats == 1 ? "one seat" : seats + " seats") + "), more than ");
        parts.add(seats == 1 ? "one" : seats);
        parts.add(" of them at a time, from ");
        parts.add(stretch.from());
        parts.add(stretch.until().isBounded() ? " to " + stretch.until().plus(-1) + "." : " on.");
        return Sentence.of(parts.toArray());
    }

    /** Vacations that end nothing. */
    List<Conflict> vacationsWithoutTenure() {
        return history.leavers().stream()
                .flatMap(person -> history.vacationsWithoutTenure(person).stream())
                .sorted(Effective.BY_DATE)
                .map(this::withoutTenure)
                .toList();
    }

    private Conflict withoutTenure(Effective<OfficeVacated> vacation) {
        Slug person = vacation.content().person();
        Optional<Span.Tenure> near =
                tenures.getOrDefault(person, List.of()).stream()
                        .min(Comparator.comparingLong(t -> daysFrom(vacation, t)));
        List<Claim> facts = new ArrayList<>(List.of(new Claim(vacation, Part.CLAIMS)));
        near.ifPresent(tenure -> facts.add(new Claim(begin(tenure), Part.NEAR)));
        OptionalLong days =
                near.isPresent()
                        ? OptionalLong.of(daysFrom(vacation, near.get()))
                        : OptionalLong.empty();
        return new Conflict(
                ConflictKind.VACATION_WITHOUT_TENURE,
                List.of(office, Subject.person(person)),
                facts,
                Apart.people(days, List.of()),
                sentence(vacation, near, days));
    }

    private static Effective<? extends Fact.Dated> begin(Span.Tenure tenure) {
        return tenure.period().evidence().stream()
                .filter(evidence -> evidence.role() == Role.BEGINS)
                .map(Evidence::fact)
                .findFirst()
                .orElseThrow();
    }

    /** Between the vacation and the nearest day that the tenure may cover; 0 if it is one. */
    private static long daysFrom(Effective<OfficeVacated> vacation, Span.Tenure tenure) {
        Reading vacated = Reading.of(vacation);
        Reading held = held(tenure);
        return Math.max(held.daysUntil(vacated), vacated.daysUntil(held));
    }

    private static Reading held(Span.Tenure tenure) {
        Day until = tenure.period().until().map(m -> m.bounds().latest()).orElse(Day.AFTER_ALL);
        return new Reading(tenure.period().since().bounds().earliest(), until);
    }

    private static String nearest(Effective<OfficeVacated> vacation, Span.Tenure near, long days) {
        String begin = begin(near).content().date().text();
        if (days == 0) {
            return ": the nearest tenure, begun " + begin + ", ended otherwise.";
        }
        return held(near).daysUntil(Reading.of(vacation)) == days
                ? ": the nearest tenure, begun "
                        + begin
                        + ", had ended "
                        + Words.days(days)
                        + " before."
                : ": the nearest tenure began " + Words.days(days) + " after it, " + begin + ".";
    }

    private Sentence sentence(
            Effective<OfficeVacated> vacation, Optional<Span.Tenure> near, OptionalLong days) {
        String other =
                near.map(tenure -> nearest(vacation, tenure, days.getAsLong()))
                        .orElse(", and never assumed it.");
        return Sentence.of(
                Subject.person(vacation.content().person()),
                " vacated the office “",
                office,
                "” (",
                vacation.content().date().text(),
                ") without holding it then",
                other);
    }
}
