package dev.annals.boot;

import dev.annals.cli.CommandFailure;
import dev.annals.cli.ExportCommand;
import dev.annals.cli.HelpOption;
import dev.annals.cli.ImportCommand;
import dev.annals.domain.fact.Slug;
import dev.annals.verify.Noted;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.PrintWriter;
import java.nio.file.Paths;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** What the process is to do, by the words of its command line; without any it serves. */
@RegisterForReflection(
        targets = {Commands.class, CommandLine.HelpCommand.class, Optional.class, Paths.class})
@Command(
        name = "annals",
        description = "History as an append-only log of sourced facts. Without a command: serves.",
        commandListHeading = "Commands:%n")
final class Commands implements Callable<Integer> {

    @Mixin private HelpOption help;

    /** The exit code when a command is not understood, or cannot be done. */
    static final int IMPOSSIBLE = 2;

    @Override
    public Integer call() {
        return new Serving().call();
    }

    /**
     * @return the exit code
     */
    static int run(String... words) {
        BriefService own = new BriefService();
        CommandLine line =
                new CommandLine(new Commands())
                        .addSubcommand("serve", new Serving())
                        .addSubcommand(new ImportCommand(own))
                        .addSubcommand(new ExportCommand(own))
                        .addSubcommand(new Verification())
                        .addSubcommand(new Rebuilding())
                        .addSubcommand(new CommandLine.HelpCommand());
        line.registerConverter(Noted.class, saying(Noted::parse));
        line.registerConverter(Slug.class, saying(Slug::new));
        line.setParameterExceptionHandler((misused, _) -> misused(misused));
        line.setExecutionExceptionHandler((failure, _, _) -> failed(failure));
        return line.execute(words);
    }

    /** A value that cannot be read is told in the words of who reads it. */
    private static <T> ITypeConverter<T> saying(Function<String, T> reader) {
        return word -> {
            try {
                return reader.apply(word);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static int misused(ParameterException e) {
        StartFailure.tell(e.getMessage());
        e.getCommandLine().usage(new PrintWriter(System.err, true));
        return IMPOSSIBLE;
    }

    private static int failed(Exception failure) {
        if (failure instanceof BootFailure || failure instanceof CommandFailure) {
            StartFailure.tell(failure.getMessage());
        } else {
            StartFailure.tell("failed: " + failure);
            failure.printStackTrace();
        }
        return IMPOSSIBLE;
    }
}
