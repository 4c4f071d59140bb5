package dev.annals.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the process is to do, by the first word of its arguments. */
enum Command {
    SERVE("", "starts the service"),
    VERIFY(Verification.ARGUMENTS, "tells whether a log is whole, or what was changed first"),
    REBUILD(
            Rebuilding.ARGUMENTS,
            "makes the views anew from the log while services go on, or only compares them"),
    HELP("", "prints this");

    /** The exit code when the arguments are not understood. */
    static final int MISUSED = 2;

    private final String arguments;
    private final String meaning;

    Command(String arguments, String meaning) {
        this.arguments = arguments;
        this.meaning = meaning;
    }

    /** The command that the arguments begin with; nothing if there is none of that name. */
    static Optional<Command> of(List<String> arguments) {
        String first = arguments.isEmpty() ? SERVE.word() : arguments.getFirst();
        boolean asksForHelp = List.of("--help", "-h").contains(first);
        return asksForHelp
                ? Optional.of(HELP)
                : Arrays.stream(values()).filter(c -> c.word().equals(first)).findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String usage() {
        return Arrays.stream(values())
                .map(c -> "  %s %s%n      %s%n".formatted(c.word(), c.arguments, c.meaning))
                .collect(
                        Collectors.joining(
                                "",
                                "usage: java -jar quarkus-run.jar [command]%n".formatted(),
                                ""));
    }
}
