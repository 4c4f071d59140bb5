package dev.annals.formats;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.formats.FactFile.Found;
import dev.annals.formats.FactFile.Read;
import dev.annals.formats.FactFile.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that a file holds, for tests. */
public record ReadFacts(
        List<Fact> facts, List<Refused> refused, Map<String, Long> leftOut, long lines) {

    /** Reads to the end, and closes. */
    public static ReadFacts of(FactFile file) throws IOException {
        List<Fact> facts = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        try (file) {
            for (Optional<Found> next = file.next(); next.isPresent(); next = file.next()) {
                switch (next.get()) {
                    case Read read -> facts.add(read.fact());
                    case Refused r -> refused.add(r);
                }
            }
            return new ReadFacts(facts, refused, file.leftOut(), file.lines());
        }
    }

    public <F extends Fact> List<F> all(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <F extends Fact> F only(Class<F> type) {
        List<F> all = all(type);
        if (all.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + ", found " + facts);
        }
        return all.getFirst();
    }

    /** How many facts of each type there are. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        facts.forEach(fact -> counts.merge(FactType.of(fact).word(), 1, Integer::sum));
        return counts;
    }

    /** The refusals as {@code pointer: reason}. */
    public List<String> refusals() {
        return refused.stream()
                .map(r -> r.place().pointer().orElse("") + ": " + r.reason())
                .toList();
    }
}
