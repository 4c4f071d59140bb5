package dev.annals.domain.why;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.span.Evidence;
import dev.annals.domain.span.Period;
import dev.annals.domain.span.Role;
import dev.annals.domain.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a span has the bounds it has.
 *
 * @param guesses what would have ended it before its vacation, had their order not been a guess;
 *     empty but for a tenure that rule 3 found in its second search
 */
public record SpanReasons(Span span, List<Effective<? extends Fact.Dated>> guesses, Names names) {

    /** The facts behind the span, in the order of its evidence. */
    public List<Because> because() {
        return span.period().evidence().stream().map(e -> new Because(e, reason(e))).toList();
    }

    private Reason reason(Evidence evidence) {
        Fact.Dated fact = evidence.fact().content();
        String happened = new Happening(names).of(fact);
        return switch (evidence.role()) {
            case BEGINS -> begins(fact).with(happened);
            case ENDS -> guesses.isEmpty() ? ends(fact).with(happened) : pastGuesses(happened);
            case LIMITS -> Rule.LIMIT.with(happened);
        };
    }

    private Rule begins(Fact.Dated fact) {
        return switch (fact) {
            case Fact.OfficeAssumed _ -> Rule.ASSUMPTION;
            case Fact.BodyRelocated _ -> Rule.RELOCATION;
            case Fact.PlaceRenamed _ -> Rule.RENAMING;
            case Fact.PersonDied _ -> Rule.NOT_BEFORE_DEATH;
            case Fact.PersonBorn _, Fact.OfficeVacated _, Fact.EventOccurred _ -> throw none(fact);
            case Fact.OfficeEstablished _, Fact.OfficeAbolished _ -> throw none(fact);
        };
    }

    private Rule ends(Fact.Dated fact) {
        return switch (fact) {
            case Fact.OfficeVacated _ -> Rule.VACATION;
            case Fact.OfficeAssumed next -> isOfTheSame(next) ? Rule.ASSUMED_ANEW : Rule.SUCCESSION;
            case Fact.PersonDied _ -> Rule.DEATH;
            case Fact.OfficeAbolished _ -> Rule.ABOLITION;
            case Fact.BodyRelocated _ -> span.isBefore() ? Rule.LEFT_BEHIND : Rule.NEXT_RELOCATION;
            case Fact.PlaceRenamed _ -> span.isBefore() ? Rule.LEFT_BEHIND : Rule.NEXT_RENAMING;
            case Fact.PersonBorn _, Fact.OfficeEstablished _ -> throw none(fact);
            case Fact.EventOccurred _ -> throw none(fact);
        };
    }

    private boolean isOfTheSame(Fact.OfficeAssumed next) {
        return span instanceof Span.Tenure tenure && tenure.person().equals(next.person());
    }

    private Reason pastGuesses(String happened) {
        Happening happening = new Happening(names);
        return Rule.VACATION_PAST_GUESSES.with(
                happened,
                guesses.stream()
                        .map(guess -> happening.of(guess.content()))
                        .collect(Collectors.joining("; ")));
    }

    private static IllegalStateException none(Fact.Dated fact) {
        return new IllegalStateException("bounds no span: " + fact);
    }

    /** Where the bounds are not those of a fact. */
    public List<Reason> narrowing() {
        List<Reason> reasons = new ArrayList<>();
        Period period = span.period();
        Bounds since = period.since().bounds();
        if (bounds(Role.BEGINS).stream().anyMatch(b -> !span.isBefore() && isLowered(b, since))) {
            reasons.add(Rule.BEGIN_LOWERED.with(since.latest()));
        }
        List<Bounds> ends = bounds(Role.ENDS);
        if (ends.size() > 1) {
            reasons.add(Rule.FIRST_OF_SEVERAL.with(DayWords.range(end())));
        }
        ends.stream()
                .map(Bounds::earliest)
                .min(Comparator.naturalOrder())
                .filter(earliest -> earliest.isBefore(end().earliest()))
                .ifPresent(_ -> reasons.add(Rule.END_RAISED.with(end().earliest())));
        return reasons;
    }

    private static boolean isLowered(Bounds given, Bounds taken) {
        return taken.latest().isBefore(given.latest());
    }

    private Bounds end() {
        return span.period()
                .until()
                .map(until -> until.bounds())
                .orElse(new Bounds(Day.AFTER_ALL, Day.AFTER_ALL));
    }

    private List<Bounds> bounds(Role role) {
        return span.period().evidence().stream()
                .filter(evidence -> evidence.role() == role)
                .map(evidence -> evidence.fact().content().date().bounds())
                .toList();
    }
}
