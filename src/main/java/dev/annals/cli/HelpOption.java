package dev.annals.cli;

import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Option;

/** Every command tells what it takes. */
@RegisterForReflection
public final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    private boolean isAsked;
}
