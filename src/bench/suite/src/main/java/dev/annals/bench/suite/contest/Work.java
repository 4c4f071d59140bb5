package dev.annals.bench.suite.contest;

import java.util.List;

/**
 * One kind of work, done by several in turns. The first contestant is Annals.
 *
 * @param warmUps rounds before those that count: so many as compilers need
 */
public record Work(String name, int warmUps, List<Contestant> contestants) {

    public Work {
        contestants = List.copyOf(contestants);
        if (contestants.getFirst().kind() != Contestant.Kind.ANNALS) {
            throw new IllegalArgumentException("the first to do " + name + " is not Annals");
        }
    }

    public Work(String name, List<Contestant> contestants) {
        this(name, 1, contestants);
    }
}
