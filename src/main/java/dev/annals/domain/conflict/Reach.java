package dev.annals.domain.conflict;

import dev.annals.domain.date.Day;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Things ordered by one of their days, so that of those up to a day the one whose other day is
 * greatest is found without looking at all. Of equal ones it is the one that comes first.
 */
final class Reach<T> {

    private final NavigableMap<Day, T> farthest = new TreeMap<>();

    Reach(Collection<T> things, Function<T, Day> order, Function<T, Day> reach) {
        List<T> ordered = things.stream().sorted(Comparator.comparing(order)).toList();
        T best = null;
        for (T thing : ordered) {
            if (best == null || reach.apply(thing).isAfter(reach.apply(best))) {
                best = thing;
            }
            farthest.put(order.apply(thing), best);
        }
    }

    /** Of those ordered before the day. */
    Optional<T> before(Day day) {
        return Optional.ofNullable(farthest.lowerEntry(day)).map(Map.Entry::getValue);
    }

    /** Of those ordered on the day or before it. */
    Optional<T> upTo(Day day) {
        return Optional.ofNullable(farthest.floorEntry(day)).map(Map.Entry::getValue);
    }
}
