package dev.annals.timelines;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.BodyRelocated;
import dev.annals.domain.fact.Fact.OfficeAbolished;
import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeDescribed;
import dev.annals.domain.fact.Fact.OfficeEstablished;
import dev.annals.domain.fact.Fact.OfficeVacated;
import dev.annals.domain.fact.Fact.PersonBorn;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.oracle.Oracle;
import dev.annals.oracle.PlainSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What cannot all be true at the head, as section 7 of the contract names it. */
final class LogicFaults {

    private final List<RecordedFact> log;
    private final List<PlainSpan> spans;

    LogicFaults(Flagship file) {
        this.log = file.log();
        this.spans = new Oracle(file.oracleLog(), file.head()).spans();
    }

    /** More people certain at once than an office has seats, those acting aside. */
    List<String> tooManyHolders() {
        List<String> faults = new ArrayList<>();
        for (Effective<OfficeDescribed> office : all(OfficeDescribed.class)) {
            int seats = office.content().seats().orElse(1);
            List<PlainSpan> tenures =
                    spans.stream()
                            .filter(s -> s.kind().equals("office") && !s.acting())
                            .filter(s -> s.subject().equals(office.content().office().value()))
                            .toList();
            for (PlainSpan tenure : tenures) {
                Day day = tenure.certainFrom();
                List<String> holders =
                        tenures.stream()
                                .filter(t -> isCertainOn(t, day))
                                .map(PlainSpan::value)
                                .distinct()
                                .toList();
                if (seats > 0 && holders.size() > seats) {
                    faults.add(office.content().office() + " on " + day + ": " + holders);
                }
            }
        }
        return faults;
    }

    /** Holders of a one-seat office whom only a successor ends: nobody says that they left. */
    List<String> replacedWithoutLeaving() {
        List<String> faults = new ArrayList<>();
        for (Effective<OfficeAssumed> successor : all(OfficeAssumed.class)) {
            spans.stream()
                    .filter(s -> s.kind().equals("office") && !s.acting())
                    .filter(s -> s.ends().contains(successor.position()))
                    .filter(s -> !s.value().equals(successor.content().person().value()))
                    .filter(s -> s.ends().size() == 1)
                    .forEach(s -> faults.add(s + " by " + successor.content().person()));
        }
        return faults;
    }

    List<String> assumedOutOfLife() {
        List<String> faults = new ArrayList<>();
        for (Effective<OfficeAssumed> fact : all(OfficeAssumed.class)) {
            OfficeAssumed f = fact.content();
            Bounds when = f.date().bounds();
            find(PersonDied.class, d -> d.person().equals(f.person()))
                    .filter(d -> isBefore(d, when))
                    .ifPresent(d -> faults.add(f.person() + " assumed after death: " + f));
            find(PersonBorn.class, b -> b.person().equals(f.person()))
                    .filter(b -> isAfter(b, when))
                    .ifPresent(b -> faults.add(f.person() + " assumed before birth: " + f));
            find(OfficeAbolished.class, a -> a.office().equals(f.office()))
                    .filter(a -> isBefore(a, when))
                    .ifPresent(a -> faults.add(f.office() + " assumed after abolition: " + f));
            find(OfficeEstablished.class, e -> e.office().equals(f.office()))
                    .filter(e -> isAfter(e, when))
                    .ifPresent(e -> faults.add(f.office() + " assumed before establishment: " + f));
        }
        return faults;
    }

    List<String> vacationsWithoutTenure() {
        return all(OfficeVacated.class).stream()
                .filter(v -> spans.stream().noneMatch(s -> s.ends().contains(v.position())))
                .map(v -> v.position() + " " + v.content())
                .toList();
    }

    /**
     * Relocations from where the body did not certainly lie on the day before. What came before the
     * first one is never certain, by the rules; the place has to be the same nevertheless, and that
     * of the death.
     */
    List<String> misplacedBodies() {
        List<String> faults = new ArrayList<>();
        for (Effective<BodyRelocated> moved : all(BodyRelocated.class)) {
            if (moved.content().from().isEmpty()) {
                faults.add("from nowhere: " + moved.content());
            }
            PlainSpan before =
                    spans.stream()
                            .filter(s -> s.kind().equals("body"))
                            .filter(s -> s.ends().contains(moved.position()))
                            .findFirst()
                            .orElseThrow();
            Day dayBefore = moved.content().date().bounds().earliest().plus(-1);
            String from = moved.content().from().map(Object::toString).orElse("");
            Optional<String> death =
                    find(PersonDied.class, d -> d.person().equals(moved.content().person()))
                            .flatMap(PersonDied::place)
                            .map(Object::toString);
            boolean isWhereItDied = death.isEmpty() || death.get().equals(from);
            boolean isSure = before.isBefore() ? isWhereItDied : isCertainOn(before, dayBefore);
            if (!before.value().equals(from) || !isSure) {
                faults.add(moved.content().person() + " not at " + from + " but " + before);
            }
        }
        return faults;
    }

    List<String> diedBeforeBirth() {
        return all(PersonDied.class).stream()
                .map(Effective::content)
                .filter(
                        d ->
                                find(PersonBorn.class, b -> b.person().equals(d.person()))
                                        .filter(b -> isAfter(b, d.date().bounds()))
                                        .isPresent())
                .map(PersonDied::toString)
                .toList();
    }

    /** People with two births or deaths, offices with two begins or ends, that count at once. */
    List<String> toldTwice() {
        List<String> subjects = new ArrayList<>();
        all(PersonBorn.class).forEach(f -> subjects.add("birth of " + f.content().person()));
        all(PersonDied.class).forEach(f -> subjects.add("death of " + f.content().person()));
        all(OfficeEstablished.class).forEach(f -> subjects.add("begin " + f.content().office()));
        all(OfficeAbolished.class).forEach(f -> subjects.add("end of " + f.content().office()));
        List<String> twice = new ArrayList<>(subjects);
        List.copyOf(subjects).stream().distinct().forEach(twice::remove);
        return twice;
    }

    private static boolean isCertainOn(PlainSpan span, Day day) {
        return !span.isBefore()
                && !span.certainFrom().isAfter(day)
                && span.certainUntil().isAfter(day);
    }

    private static boolean isBefore(Fact.Dated fact, Bounds when) {
        return fact.date().bounds().latest().isBefore(when.earliest());
    }

    private static boolean isAfter(Fact.Dated fact, Bounds when) {
        return fact.date().bounds().earliest().isAfter(when.latest());
    }

    private <F extends Fact.Plain> List<Effective<F>> all(Class<F> type) {
        return FlagshipFolds.inEffect(log, type);
    }

    private <F extends Fact.Plain> Optional<F> find(Class<F> type, Predicate<F> like) {
        return all(type).stream().map(Effective::content).filter(like).findFirst();
    }
}
