package dev.annals.boot;

import dev.annals.verify.DatabaseLogs;
import dev.annals.verify.DatabaseLogs.Timeline;
import dev.annals.verify.Export;
import dev.annals.verify.Finding;
import dev.annals.verify.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The command that tells whether a log is whole. Nothing of the service runs, or needs to. */
final class Verification {

    static final String ARGUMENTS =
            "[FILE.ndjson | - | --timeline ID] [--head [POSITION:]HASH]... [--after POSITION:HASH]";

    private static final int WHOLE = 0;
    private static final int NOT_WHOLE = 1;
    private static final int UNREADABLE = 2;

    private final VerificationArguments arguments;
    private final long startNanos = System.nanoTime();
    private int logs;
    private long facts;
    private boolean isWhole = true;

    private Verification(VerificationArguments arguments) {
        this.arguments = arguments;
    }

    /**
     * @return the exit code: 0 if all is whole, 1 if not, 2 if that cannot be told
     */
    static int run(List<String> words) {
        try {
            return new Verification(VerificationArguments.parse(words)).run();
        } catch (IllegalArgumentException e) {
            StartFailure.tell(e.getMessage());
            System.err.println("usage: verify " + ARGUMENTS);
            return Command.MISUSED;
        } catch (BootFailure e) {
            StartFailure.tell(e.getMessage());
        } catch (IOException | SQLException e) {
            StartFailure.tell("cannot be verified: " + e.getMessage());
        }
        return UNREADABLE;
    }

    private int run() throws IOException, SQLException {
        if (arguments.file().isPresent()) {
            file(arguments.file().get());
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

    private void file(String name) throws IOException {
        try (InputStream in = name.equals("-") ? System.in : opened(name)) {
            String shown = name.equals("-") ? "standard input" : name;
            Verdict verdict = Export.check(in, arguments.after(), arguments.noted());
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
                tell(timeline.id(), database.check(timeline, arguments.noted()));
            }
            if (arguments.timeline().isEmpty()) {
                database.strays().forEach(stray -> complain("no timeline", stray));
            }
        }
    }

    private List<Timeline> chosen(List<Timeline> all) {
        if (arguments.timeline().isEmpty()) {
            return all;
        }
        String id = arguments.timeline().get();
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
