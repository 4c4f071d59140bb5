package dev.annals.scenarios;

import dev.annals.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What is started as the service: the packaged jar, or the native executable, which holds no
 * PostgreSQL and so is given a database for each data folder.
 */
final class Packaged {

    private static final String EXECUTABLE = System.getProperty("annals.executable", "");

    private static final Map<String, String> DATABASES = new ConcurrentHashMap<>();

    private Packaged() {}

    /**
     * A process that is about to start.
     *
     * @param settings and no others
     * @param options of the heap, which both kinds understand
     */
    static ProcessBuilder process(
            Map<String, String> settings, List<String> options, String... words) {
        ProcessBuilder builder = new ProcessBuilder(command(options, words));
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.startsWith("ANNALS_") || name.startsWith("QUARKUS_"));
        if (isExecutable()) {
            String data = settings.getOrDefault("ANNALS_DATA", "");
            environment.put(
                    "ANNALS_DATABASE_URL",
                    DATABASES.computeIfAbsent(data, _ -> TestDatabase.fresh()));
        }
        environment.putAll(settings);
        return builder;
    }

    private static List<String> command(List<String> options, String... words) {
        List<String> program =
                isExecutable()
                        ? List.of(EXECUTABLE)
                        : List.of(Path.of(System.getProperty("java.home"), "bin/java").toString());
        List<String> jar =
                isExecutable() ? List.of() : List.of("-jar", System.getProperty("annals.jar"));
        return Stream.of(program, options, jar, List.of(words)).flatMap(List::stream).toList();
    }

    private static boolean isExecutable() {
        return !EXECUTABLE.isEmpty();
    }
}
