package dev.annals.testing;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;

/** What {@code /q/metrics} says at a moment, as Prometheus reads it. */
public record Metrics(Map<String, Double> samples) {

    private static final Duration SOON = Duration.ofSeconds(20);

    public static Metrics now() {
        return parse(Client.get("/q/metrics").expect(200).text());
    }

    public static Metrics parse(String text) {
        return new Metrics(
                text.lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(
                                Collectors.toMap(
                                        line -> line.substring(0, line.lastIndexOf(' ')),
                                        line ->
                                                Double.parseDouble(
                                                        line.substring(
                                                                line.lastIndexOf(' ') + 1)))));
    }

    /**
     * @param sample the name, with its labels if it has any
     */
    public double value(String sample) {
        if (!samples.containsKey(sample)) {
            throw new AssertionError("no " + sample + " among " + samples.keySet());
        }
        return samples.get(sample);
    }

    /** By how much a sample has grown since. */
    public double growth(String sample) {
        return now().value(sample) - value(sample);
    }

    public Set<String> names() {
        return samples.keySet().stream()
                .map(sample -> sample.replaceFirst("\\{.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Asks until the sample is as it should be. */
    public static void await(String sample, DoublePredicate expected) {
        long startNanos = System.nanoTime();
        double value = now().value(sample);
        while (!expected.test(value)) {
            if (System.nanoTime() - startNanos > SOON.toNanos()) {
                throw new AssertionError(sample + " stays at " + value);
            }
            value = now().value(sample);
        }
    }
}
