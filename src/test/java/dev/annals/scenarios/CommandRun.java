package dev.annals.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the packaged service, run to its end. */
record CommandRun(int exitCode, String output, String complaints) {

    private static final int PATIENCE_SECONDS = 90;
    private static final List<String> HEAP = List.of("-Xmx128m");

    /**
     * @param folder to work in, and for what is written
     * @param input null for none
     */
    static CommandRun of(Path folder, Path input, Map<String, String> settings, String... words) {
        ProcessBuilder builder = Packaged.process(settings, HEAP, words).directory(folder.toFile());
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
                throw new AssertionError(builder.command() + " does not end");
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
