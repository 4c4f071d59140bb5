package dev.annals.domain.span;

import static org.assertj.core.api.Assertions.fail;

import dev.annals.oracle.History;
import dev.annals.oracle.RandomHistory;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Looks for a history that shows a fault, and tells it as shortly as possible. */
final class Faults {

    private Faults() {}

    /**
     * @param check what is wrong with a history, if anything
     */
    static void search(
            LongStream seeds, RandomHistory.Size size, Function<History, Optional<String>> check) {
        Function<History, Optional<String>> fault = history -> faultOf(history, check);
        seeds.mapToObj(seed -> RandomHistory.of(seed, size))
                .filter(history -> fault.apply(history).isPresent())
                .findFirst()
                .ifPresent(history -> report(history, size, fault));
    }

    /** What throws is a fault as well, and needs its history told as much. */
    private static Optional<String> faultOf(
            History history, Function<History, Optional<String>> check) {
        try {
            return check.apply(history);
        } catch (RuntimeException e) {
            return Optional.of(e + " at " + e.getStackTrace()[0]);
        }
    }

    private static void report(
            History history, RandomHistory.Size size, Function<History, Optional<String>> fault) {
        History smallest = history.shrunk(smaller -> fault.apply(smaller).isPresent());
        fail(
                "%s%nshrunk from %d facts in %s, %s"
                        .formatted(
                                fault.apply(smallest).orElseThrow(),
                                history.head(),
                                size,
                                smallest));
    }
}
