package dev.annals.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a timeline into a file. */
@RegisterForReflection
@Command(
        name = "export",
        description = "Writes a timeline into a file that other programs read.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the file is whole", "2:it could not be done"})
public final class ExportCommand implements Callable<Integer> {

    @Mixin private HelpOption help;

    private static final int DONE = 0;
    private static final int BUFFER_BYTES = 65_536;

    @Option(names = "--timeline", required = true, paramLabel = "ID", description = "The timeline.")
    private String timeline;

    @Option(
            names = "--format",
            defaultValue = "ndjson",
            description =
                    "ndjson, csv, popolo, timelinejs, calendar or graph (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(
            names = "--known",
            paramLabel = "POSITION|INSTANT",
            description = "As known then (default: now).")
    private Optional<String> known;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file (default: the standard output).")
    private Optional<Path> output;

    @Mixin private ServiceOptions service;

    private final OwnService own;

    public ExportCommand(OwnService own) {
        this.own = own;
    }

    @Override
    public Integer call() {
        return service.use(own, "local", this::run);
    }

    private int run(Access access) {
        ServiceClient client = new ServiceClient(access);
        String exports = "timelines/" + Words.encoded(timeline) + "/exports";
        String name = named(client.json(exports).get("exports"));
        String query = known.map(moment -> "?known=" + Words.encoded(moment)).orElse("");
        try (InputStream file = client.download(exports + "/" + name + query)) {
            write(name, file);
            return DONE;
        } catch (IOException e) {
            throw new CommandFailure("the export broke off: " + e.getMessage());
        }
    }

    /** By its whole name, or by what stands before or after the dot. */
    private String named(JsonNode exports) {
        List<String> names = new ArrayList<>();
        exports.forEach(export -> names.add(export.get("name").textValue()));
        return names.stream()
                .filter(
                        name ->
                                name.equals(format)
                                        || name.startsWith(format + ".")
                                        || name.endsWith("." + format))
                .findFirst()
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        "--format needs one of " + names + ", found " + format));
    }

    /** A file gets its name when it is whole. */
    private void write(String name, InputStream in) throws IOException {
        if (output.isEmpty()) {
            copy(
                    name,
                    in,
                    new FileOutputStream(FileDescriptor.out)); // a PrintStream hides failures
            return;
        }
        Path part = output.get().resolveSibling(output.get().getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                copy(name, in, out);
            }
            Files.move(part, output.get(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void copy(String name, InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[BUFFER_BYTES];
        try (CountedInput counted = new CountedInput(in);
                Progress progress = Progress.of(name, -1, "lines")) {
            for (int read = counted.read(piece); read >= 0; read = counted.read(piece)) {
                out.write(piece, 0, read);
                progress.at(counted.bytes(), counted.lines());
            }
        }
    }
}
