package dev.annals.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the packaged service, run to its end. */
record CommandRun(int exitCode, String output, String complaints) {

    private static final int PATIENCE_SECONDS = 90;

    /**
     * @param folder to work in, and for what is written
     * @param input null for none
     */
    static CommandRun of(Path folder, Path input, Map<String, String> settings, String... words) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-jar",
                                System.getProperty("annals.jar")));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ANNALS_"));
        builder.environment().putAll(settings);
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        Path output = folder.resolve("output");
        Path complaints = folder.resolve("complaints");
        builder.redirectOutput(output.toFile()).redirectError(complaints.toFile());
        try {
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new AssertionError(command + " does not end");
            }
            return new CommandRun(
                    process.exitValue(), Files.readString(output), Files.readString(complaints));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
