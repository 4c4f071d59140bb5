package dev.annals.fuzz;

import java.util.Map;
import java.util.TreeMap;

/** How many inputs of each endpoint came to which status. */
final class Tally {

    private final Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
    private int inputs;

    void add(String endpoint, int status) {
        inputs++;
        counts.computeIfAbsent(endpoint, _ -> new TreeMap<>()).merge(status, 1, Integer::sum);
    }

    int inputs() {
        return inputs;
    }

    int of(int status) {
        return counts.values().stream().mapToInt(c -> c.getOrDefault(status, 0)).sum();
    }

    /** A line for each endpoint. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        lines.append(inputs).append(" inputs, by endpoint and status (0: hung up)\n");
        counts.forEach(
                (endpoint, statuses) ->
                        lines.append("  ")
                                .append(endpoint)
                                .append(' ')
                                .append(statuses)
                                .append('\n'));
        return lines.toString();
    }
}
