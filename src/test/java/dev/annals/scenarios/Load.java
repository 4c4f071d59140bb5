package dev.annals.scenarios;

import java.util.function.ToDoubleBiFunction;

/** What a service says that it uses. */
record Load(double cpuSeconds, long heapMegabytes, long openStreams) {

    static Load of(RunningService service) {
        String metrics = service.text("/q/metrics");
        ToDoubleBiFunction<String, String> sum =
                (name, label) ->
                        metrics.lines()
                                .filter(line -> line.startsWith(name) && line.contains(label))
                                .mapToDouble(
                                        line ->
                                                Double.parseDouble(
                                                        line.substring(line.lastIndexOf(' '))))
                                .sum();
        return new Load(
                sum.applyAsDouble("process_cpu_time_ns_total", "") / 1e9,
                (long) (sum.applyAsDouble("jvm_memory_used_bytes", "area=\"heap\"") / 1e6),
                (long) sum.applyAsDouble("annals_streams_open", ""));
    }
}
