package dev.annals.bench.suite.contest;

import dev.annals.bench.suite.report.Figure;
import java.util.EnumMap;
import java.util.Map;

/** What one contestant did in one round, after it was checked. */
public record Outcome(Map<Figure, Double> figures) {

    public Outcome {
        figures.forEach(
                (figure, value) -> {
                    if (!(value > 0) || value.isInfinite()) {
                        throw new IllegalArgumentException(figure + " cannot be " + value);
                    }
                });
    }

    public static Outcome of(Figure figure, double value) {
        return new Outcome(new EnumMap<>(Map.of(figure, value)));
    }

    public Outcome and(Figure figure, double value) {
        Map<Figure, Double> more = new EnumMap<>(figures);
        more.put(figure, value);
        return new Outcome(more);
    }
}
