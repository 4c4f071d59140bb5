package dev.annals.bench.suite.contest;

import dev.annals.bench.suite.report.Figure;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who does a work.
 *
 * @param mustReach the ratio that Annals must reach beside this one, for each figure that has one
 */
public record Contestant(String name, Kind kind, Map<Figure, Double> mustReach, Turn turn) {

    /** {@code ANNALS} is compared with all the others; {@code ITSELF} is Annals at other work. */
    public enum Kind {
        ANNALS,
        ITSELF,
        LIMIT,
        PEER
    }

    /** Does the work once and checks what was stored or read. */
    @FunctionalInterface
    public interface Turn {
        Outcome run() throws Exception;
    }

    public static Contestant annals(String name, Turn turn) {
        return new Contestant(name, Kind.ANNALS, Map.of(), turn);
    }

    public static Contestant itself(String name, Turn turn) {
        return new Contestant(name, Kind.ITSELF, Map.of(), turn);
    }

    public static Contestant limit(String name, Turn turn) {
        return new Contestant(name, Kind.LIMIT, Map.of(), turn);
    }

    public static Contestant peer(String name, Turn turn) {
        return new Contestant(name, Kind.PEER, Map.of(), turn);
    }

    public Contestant mustReach(Figure figure, double ratio) {
        Map<Figure, Double> more = new EnumMap<>(Figure.class);
        more.putAll(mustReach);
        more.put(figure, ratio);
        return new Contestant(name, kind, more, turn);
    }
}
