package dev.annals.domain.span;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The first of several imprecise moments that each end a tenure, whatever else is known.
 *
 * @param facts those that give the earliest or the latest day, in order of history
 */
record Cap(Bounds bounds, List<Effective<? extends Fact.Dated>> facts) {

    static Optional<Cap> of(List<Effective<? extends Fact.Dated>> moments) {
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        Day earliest =
                moments.stream().map(Cap::earliest).min(Comparator.naturalOrder()).orElseThrow();
        Day latest = moments.stream().map(Cap::latest).min(Comparator.naturalOrder()).orElseThrow();
        List<Effective<? extends Fact.Dated>> givers =
                moments.stream()
                        .filter(m -> earliest(m).equals(earliest) || latest(m).equals(latest))
                        .sorted(Effective.BY_DATE)
                        .toList();
        return Optional.of(new Cap(new Bounds(earliest, latest), givers));
    }

    /** The facts that give the latest day. */
    List<Effective<? extends Fact.Dated>> latestFacts() {
        return facts.stream().filter(fact -> latest(fact).equals(bounds.latest())).toList();
    }

    private static Day earliest(Effective<? extends Fact.Dated> moment) {
        return moment.content().date().bounds().earliest();
    }

    private static Day latest(Effective<? extends Fact.Dated> moment) {
        return moment.content().date().bounds().latest();
    }
}
