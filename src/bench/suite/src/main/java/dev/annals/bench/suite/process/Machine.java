package dev.annals.bench.suite.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What figures depend on, kept with them. */
public final class Machine {

    private Machine() {}

    public static Map<String, String> describe(Postgres postgres) throws Exception {
        Map<String, String> all = new TreeMap<>();
        all.put("processors", "" + Runtime.getRuntime().availableProcessors());
        all.put("java", Runtime.version().toString());
        all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        all.put("postgresql", postgres.version());
        all.put("memory", line("/proc/meminfo", "MemTotal").orElse("unknown"));
        all.put("processor", line("/proc/cpuinfo", "model name").orElse("unknown"));
        return all;
    }

    private static Optional<String> line(String file, String name) throws IOException {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        }
    }

    /** A program on the path. */
    public static Optional<Path> program(String name) {
        for (String folder : System.getenv("PATH").split(":")) {
            Path path = Path.of(folder, name);
            if (Files.isExecutable(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }
}
