package dev.annals.boot;

import dev.annals.cli.HelpOption;
import dev.annals.domain.fact.Slug;
import dev.annals.verify.DatabaseLogs;
import dev.annals.verify.DatabaseLogs.Timeline;
import dev.annals.verify.Export;
import dev.annals.verify.Finding;
import dev.annals.verify.Noted;
import dev.annals.verify.Verdict;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that tells whether a log is whole. Nothing of the service runs, or needs to. */
@RegisterForReflection
@Command(
        name = "verify",
        description =
                "Tells whether a log is whole, or what was changed first: of an export in NDJSON, or"
                        + " of a database, all timelines or one.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all is whole", "1:something is not", "2:it cannot be told"})
final class Verification implements Callable<Integer> {

    @Mixin private HelpOption help;

    private static final int WHOLE = 0;
    private static final int NOT_WHOLE = 1;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "An export; - for the standard input; the database if there is none.")
    private Optional<String> file;

    @Option(
            names = "--timeline",
            paramLabel = "ID",
            description = "Of the database, only this one.")
    private Optional<Slug> timeline;

    @Option(
            names = "--head",
            paramLabel = "[POSITION:]HASH",
            description = "A hash that the log must have, or have had as its head.")
    private List<Noted> noted = List.of();

    @Option(
            names = "--after",
            paramLabel = "POSITION:HASH",
            description = "Where an export begins that starts in the middle.")
    private Optional<Noted> after;

    @Spec private CommandSpec spec;

    private final long startNanos = System.nanoTime();
    private int logs;
    private long facts;
    private boolean isWhole = true;

    @Override
    public Integer call() {
        check();
        try {
            return run();
        } catch (IOException | SQLException e) {
            throw new BootFailure("cannot be verified: " + e.getMessage());
        }
    }

    private void check() {
        long start = after.orElse(Noted.NOTHING).position().orElse(-1);
        refuse(start < 0, "--after needs POSITION:HASH");
        refuse(
                file.isPresent() && timeline.isPresent(),
                "--timeline is for a database, not for a file");
        refuse(file.isEmpty() && after.isPresent(), "--after is for a file, not for a database");
        refuse(
                file.isEmpty() && timeline.isEmpty() && !noted.isEmpty(),
                "--head needs --timeline, or a file");
        refuse(
                noted.stream().anyMatch(n -> n.position().orElse(start) < start),
                "--head lies before --after, and so before the file");
    }

    private void refuse(boolean isWrong, String message) {
        if (isWrong) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private int run() throws IOException, SQLException {
        if (file.isPresent()) {
            verify(file.get());
        } else {
            database();
        }
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %s, %s checked in %.1f s (%.0f facts/s)%n",
                isWhole ? "whole" : "NOT WHOLE",
                counted(logs, "timeline"),
                counted(facts, "fact"),
                seconds,
                facts / seconds);
        System.out.flush();
        return isWhole ? WHOLE : NOT_WHOLE;
    }

    private void verify(String name) throws IOException {
        try (InputStream in = name.equals("-") ? System.in : opened(name)) {
            String shown = name.equals("-") ? "standard input" : name;
            Verdict verdict = Export.check(in, after.orElse(Noted.NOTHING), noted);
            if (verdict.facts() == 0 && verdict.isWhole()) {
                throw new BootFailure(shown + " holds no fact: was it exported?");
            }
            tell(shown, verdict);
        }
    }

    private static InputStream opened(String name) {
        try {
            return Files.newInputStream(Path.of(name));
        } catch (NoSuchFileException _) {
            throw new BootFailure("there is no file " + name);
        } catch (IOException | IllegalArgumentException e) {
            throw new BootFailure("the file " + name + " cannot be read: " + e);
        }
    }

    private void database() throws IOException, SQLException {
        DatabaseUrl url = CommandDatabase.find();
        System.out.println("database " + url.shown());
        try (Connection connection = CommandDatabase.connect(url)) {
            DatabaseLogs database = DatabaseLogs.now(connection);
            for (Timeline timeline : chosen(database.timelines())) {
                tell(timeline.id(), database.check(timeline, noted));
            }
            if (timeline.isEmpty()) {
                database.strays().forEach(stray -> complain("no timeline", stray));
            }
        }
    }

    private List<Timeline> chosen(List<Timeline> all) {
        if (timeline.isEmpty()) {
            return all;
        }
        String id = timeline.get().value();
        List<Timeline> chosen = all.stream().filter(t -> t.id().equals(id)).toList();
        if (chosen.isEmpty()) {
            throw new BootFailure("the database has no timeline " + id);
        }
        return chosen;
    }

    private void tell(String log, Verdict verdict) {
        logs++;
        facts += verdict.facts();
        verdict.finding().ifPresent(finding -> complain(log, finding));
        System.out.printf(
                verdict.isWhole()
                        ? "%s: whole, %s, head %d:%s%n"
                        : "%s: NOT WHOLE, %s as recorded before that, the last %d:%s%n",
                log,
                counted(verdict.facts(), "fact"),
                verdict.position(),
                verdict.hash());
    }

    private void complain(String log, Finding finding) {
        isWhole = false;
        System.err.println(log + ": " + finding);
        System.err.flush();
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
