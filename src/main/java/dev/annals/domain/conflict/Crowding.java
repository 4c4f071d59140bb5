package dev.annals.domain.conflict;

import dev.annals.domain.date.Day;
import dev.annals.domain.span.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The stretches of time in which more tenures are certain than an office has seats. */
final class Crowding {

    /**
     * @param until the first day on which it is over; {@link Day#AFTER_ALL} if it has no end
     * @param tenures that are certain on any of its days, in order of the day from which they are
     */
    record Stretch(Day from, Day until, List<Span.Tenure> tenures) {}

    private static final class Turn {
        final List<Span.Tenure> begin = new ArrayList<>();
        final List<Span.Tenure> end = new ArrayList<>();
    }

    private final NavigableMap<Day, Turn> turns = new TreeMap<>();

    /**
     * @param tenures that take a seat
     */
    Crowding(List<Span.Tenure> tenures) {
        for (Span.Tenure tenure : tenures) {
            Day from = tenure.period().certainFrom();
            Day until = tenure.period().certainUntil();
            if (from.isBefore(until)) {
                turn(from).begin.add(tenure);
                turn(until).end.add(tenure);
            }
        }
    }

    private Turn turn(Day day) {
        return turns.computeIfAbsent(day, _ -> new Turn());
    }

    List<Stretch> stretches(int seats) {
        List<Stretch> stretches = new ArrayList<>();
        Set<Span.Tenure> holders = new LinkedHashSet<>();
        Set<Span.Tenure> crowd = new LinkedHashSet<>();
        Day since = Day.BEFORE_ALL;
        for (var entry : turns.entrySet()) {
            Turn turn = entry.getValue();
            turn.end.forEach(holders::remove);
            holders.addAll(turn.begin);
            if (holders.size() > seats) {
                since = crowd.isEmpty() ? entry.getKey() : since;
                crowd.addAll(crowd.isEmpty() ? holders : turn.begin);
            } else if (!crowd.isEmpty()) {
                stretches.add(new Stretch(since, entry.getKey(), List.copyOf(crowd)));
                crowd.clear();
            }
        }
        return stretches;
    }
}
