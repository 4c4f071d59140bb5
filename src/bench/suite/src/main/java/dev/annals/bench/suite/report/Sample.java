package dev.annals.bench.suite.report;

import java.util.Map;

/**
 * What one contestant did in one round.
 *
 * @param flushMicros a commit of one row just before, by the median
 * @param isQuiet whether the machine was quiet just before
 */
public record Sample(
        String work,
        String contestant,
        String kind,
        int round,
        double flushMicros,
        boolean isQuiet,
        Map<Figure, Double> figures) {}
