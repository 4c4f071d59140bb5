package dev.annals.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Appends a file of facts to a timeline. */
@RegisterForReflection
@Command(
        name = "import",
        description = "Appends a file of facts to a timeline; the same file again appends nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all of the file is in the timeline",
            "1:something was rejected",
            "2:it could not be done"
        })
public final class ImportCommand implements Callable<Integer> {

    @Mixin private HelpOption help;

    private static final int DONE = 0;
    private static final int REJECTED = 1;

    @Parameters(
            paramLabel = "FILE",
            description = "The file; - for the standard input. May end in .gz.")
    private String file;

    @Option(names = "--timeline", required = true, paramLabel = "ID", description = "The timeline.")
    private String timeline;

    @Option(
            names = "--title",
            description = "Opens the timeline under this title, or gives it this one.")
    private Optional<String> title;

    @Option(
            names = "--format",
            description =
                    "ndjson, csv, popolo or wikidata (default: by the file's name, if it ends in"
                            + " .ndjson, .jsonl, .csv or .tsv).")
    private Optional<String> format;

    @Option(
            names = "--office",
            paramLabel = "SLUG",
            description = "Whose holders a wikidata file has.")
    private Optional<String> office;

    @Option(
            names = "--skip-errors",
            description = "Leave out what cannot be appended, rather than stop there.")
    private boolean skipsErrors;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "Who records the facts, without --server (default: ${DEFAULT-VALUE}).")
    private String name;

    @Mixin private ServiceOptions service;

    private final OwnService own;

    public ImportCommand(OwnService own) {
        this.own = own;
    }

    @Override
    public Integer call() {
        String query = query();
        return service.use(own, name, access -> run(access, query));
    }

    private String query() {
        return "format="
                + Words.encoded(chosenFormat())
                + office.map(slug -> "&office=" + Words.encoded(slug)).orElse("")
                + (skipsErrors ? "&onError=skip" : "");
    }

    private String chosenFormat() {
        String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        String byName =
                name.endsWith(".csv") || name.endsWith(".tsv")
                        ? "csv"
                        : name.endsWith(".ndjson") || name.endsWith(".jsonl") ? "ndjson" : "";
        String chosen = format.orElse(byName);
        if (chosen.isEmpty()) {
            throw new CommandFailure(
                    "--format is needed (ndjson, csv, popolo or wikidata): the name of "
                            + file
                            + " does not say what it is");
        }
        return chosen;
    }

    /** Its tally counts lines, as they are sent; that of a document counts its elements. */
    private boolean isOfLines() {
        return Set.of("ndjson", "csv").contains(chosenFormat());
    }

    private int run(Access access, String query) {
        String path = "timelines/" + Words.encoded(timeline);
        title.ifPresent(words -> new ServiceClient(access).open(path, words));
        long startNanos = System.nanoTime();
        JsonNode answer = upload(access, path + "/imports?" + query);
        return tell(answer, (System.nanoTime() - startNanos) / 1e9);
    }

    private JsonNode upload(Access access, String path) {
        Map<String, String> headers =
                file.endsWith(".gz") ? Map.of("Content-Encoding", "gzip") : Map.of();
        try (CountedInput in = new CountedInput(opened());
                Progress progress = Progress.of(file, size(), "facts");
                Upload upload = new Upload(access)) {
            return upload.send(
                    path, headers, in, tally -> progress.at(dealtWith(in, tally), facts(tally)));
        } catch (IOException e) {
            throw new CommandFailure(
                    e instanceof NoSuchFileException
                            ? "there is no file " + file
                            : "the file " + file + " cannot be read: " + e.getMessage());
        } catch (CompletionException e) {
            throw new CommandFailure(
                    access.address()
                            + " does not answer: "
                            + e.getCause().getMessage()
                            + "; import the file again to go on: nothing is stored twice");
        }
    }

    private InputStream opened() throws IOException {
        return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    }

    /** Of a document nothing is appended before it has been sent whole: bytes say nothing. */
    private long size() throws IOException {
        return file.equals("-") || !isOfLines() ? -1 : Files.size(Path.of(file));
    }

    /** Much that was sent waits on the way: what is dealt with is its share by lines. */
    private long dealtWith(CountedInput sent, JsonNode tally) {
        if (!isOfLines()) {
            return sent.bytes();
        }
        double lines = tally.path("lines").longValue();
        return (long) (sent.bytes() * Math.min(1, lines / Math.max(1, sent.lines())));
    }

    private static long facts(JsonNode tally) {
        return tally.path("appended").longValue() + tally.path("duplicates").longValue();
    }

    private int tell(JsonNode answer, double seconds) {
        if (!answer.has("lines")) {
            boolean isUnknown = answer.path("type").asText().endsWith("/unknown-timeline");
            throw isUnknown
                    ? new CommandFailure(answer.path("detail").asText() + "; --title opens it")
                    : ServiceClient.refused(answer);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d appended, %d held already, %d rejected, of %d lines in %.1f s (%.0f facts/s)%n",
                file,
                answer.get("appended").longValue(),
                answer.get("duplicates").longValue(),
                answer.get("rejected").longValue(),
                answer.get("lines").longValue(),
                seconds,
                facts(answer) / seconds);
        answer.get("leftOut")
                .properties()
                .forEach(
                        kind ->
                                System.out.println(
                                        "left out: " + kind.getKey() + ", " + kind.getValue()));
        answer.get("rejections").forEach(ImportCommand::complain);
        System.out.flush();
        if (answer.hasNonNull("stopped")) {
            System.err.println("stopped there; what was appended stays");
        }
        return answer.get("rejected").longValue() > 0 || answer.hasNonNull("stopped")
                ? REJECTED
                : DONE;
    }

    private static void complain(JsonNode rejection) {
        System.err.println(
                "line "
                        + rejection.get("line")
                        + (rejection.has("pointer")
                                ? ", " + rejection.get("pointer").textValue()
                                : "")
                        + ": "
                        + rejection.get("reason").textValue());
    }
}
