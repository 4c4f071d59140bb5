package dev.annals.bench.suite.contest;

import java.util.List;

/** One kind of work, done by several in turns. The first contestant is Annals. */
public record Work(String name, List<Contestant> contestants) {

    public Work {
        contestants = List.copyOf(contestants);
        if (contestants.getFirst().kind() != Contestant.Kind.ANNALS) {
            throw new IllegalArgumentException("the first to do " + name + " is not Annals");
        }
    }
}
