package dev.annals.bench.suite.peer;

import dev.annals.bench.suite.process.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Installs what comes from npm, once, into the folder for what is made. */
final class Npm {

    private Npm() {}

    /**
     * @param sources with the package.json
     * @return where it is installed
     */
    static Path install(Path sources, Path folder) throws IOException, InterruptedException {
        Path npm = Machine.program("npm").orElseThrow(() -> new IOException("no npm on the path"));
        Files.createDirectories(folder);
        boolean isNew = !Files.isDirectory(folder.resolve("node_modules"));
        try (var files = Files.list(sources)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(file.getFileName());
                isNew |= !Files.exists(copy) || Files.mismatch(file, copy) >= 0;
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (isNew) {
            run(
                    List.of(
                            npm.toString(),
                            "install",
                            "--no-package-lock",
                            "--no-audit",
                            "--no-fund"),
                    Map.of(),
                    folder);
        }
        return folder;
    }

    /** Runs a command to its end, which must be a good one. */
    static void run(List<String> command, Map<String, String> settings, Path folder)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(settings);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output.strip());
        }
    }
}
