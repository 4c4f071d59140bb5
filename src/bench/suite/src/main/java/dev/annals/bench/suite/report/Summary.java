package dev.annals.bench.suite.report;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What all rounds of a contestant come to, in one figure.
 *
 * @param ratio of Annals to this one: above 1, Annals is ahead
 * @param mustReach the ratio that was asked for
 */
public record Summary(
        String work,
        Figure figure,
        String contestant,
        String kind,
        double median,
        double least,
        double most,
        OptionalDouble ratio,
        OptionalDouble mustReach) {

    /** What a ratio must reach, by work, contestant and figure. */
    @FunctionalInterface
    public interface Targets {
        OptionalDouble of(String work, String contestant, Figure figure);
    }

    private record Key(String work, Figure figure, String contestant, String kind) {}

    /** Work by work, figure by figure; Annals, then limits, then peers. */
    public static List<Summary> of(List<Sample> samples, Targets targets) {
        Map<Key, List<Double>> values = new LinkedHashMap<>();
        Map<String, Map<Figure, Double>> ours = new LinkedHashMap<>();
        for (Sample sample : samples) {
            sample.figures()
                    .forEach(
                            (figure, value) ->
                                    values.computeIfAbsent(
                                                    key(sample, figure), _ -> new ArrayList<>())
                                            .add(value));
        }
        values.forEach(
                (key, all) -> {
                    if (key.kind().equals("ANNALS")) {
                        ours.computeIfAbsent(key.work(), _ -> new LinkedHashMap<>())
                                .putIfAbsent(key.figure(), median(all));
                    }
                });
        Map<String, Map<Figure, List<Summary>>> panels = new LinkedHashMap<>();
        values.forEach(
                (key, all) ->
                        panels.computeIfAbsent(key.work(), _ -> new EnumMap<>(Figure.class))
                                .computeIfAbsent(key.figure(), _ -> new ArrayList<>())
                                .add(summary(key, all, ours, targets)));
        return panels.values().stream()
                .flatMap(panel -> panel.values().stream())
                .flatMap(panel -> panel.stream().sorted(comparing(Summary::kind)))
                .toList();
    }

    private static Key key(Sample sample, Figure figure) {
        return new Key(sample.work(), figure, sample.contestant(), sample.kind());
    }

    private static Summary summary(
            Key key, List<Double> all, Map<String, Map<Figure, Double>> ours, Targets targets) {
        Double annals = ours.getOrDefault(key.work(), Map.of()).get(key.figure());
        boolean isCompared = annals != null && !key.kind().equals("ANNALS");
        double median = median(all);
        return new Summary(
                key.work(),
                key.figure(),
                key.contestant(),
                key.kind(),
                median,
                all.stream().mapToDouble(d -> d).min().orElseThrow(),
                all.stream().mapToDouble(d -> d).max().orElseThrow(),
                isCompared
                        ? OptionalDouble.of(key.figure().ratio(annals, median))
                        : OptionalDouble.empty(),
                targets.of(key.work(), key.contestant(), key.figure()));
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(d -> d).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** What is to be said of the ratio. */
    public String verdict() {
        if (ratio.isEmpty()) {
            return "";
        }
        String ahead = kind.equals("PEER") && ratio.getAsDouble() < 1 ? "PEER WINS" : "";
        if (mustReach.isEmpty()) {
            return ahead;
        }
        String reached =
                ratio.getAsDouble() >= mustReach.getAsDouble()
                        ? "reached %.2f".formatted(mustReach.getAsDouble())
                        : "MISSED %.2f".formatted(mustReach.getAsDouble());
        return ahead.isEmpty() ? reached : ahead + ", " + reached;
    }
}
