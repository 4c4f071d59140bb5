package dev.annals.cli;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Option;

/** Which service works for a command: one that runs, or one that is started for it. */
@RegisterForReflection
public final class ServiceOptions {

    private static final String TOKEN = "ANNALS_TOKEN";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "A running service. Without it, the database that the settings name"
                            + " (ANNALS_DATABASE_URL, or the folder ANNALS_DATA) is worked on"
                            + " directly, whether a service runs on it or not.")
    private Optional<URI> server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds the token for --server. Else " + TOKEN + " is it.")
    private Optional<Path> tokenFile;

    /**
     * @param name under which a service of this process records facts
     */
    int use(OwnService own, String name, ToIntFunction<Access> work) {
        return server.isPresent()
                ? work.applyAsInt(new Access(checked(server.get()), token()))
                : own.use(name, work);
    }

    private static URI checked(URI address) {
        boolean isWeb = List.of("http", "https").contains(String.valueOf(address.getScheme()));
        if (!isWeb || address.getHost() == null) {
            throw new CommandFailure("--server needs http://… or https://…, found " + address);
        }
        return address;
    }

    private Optional<String> token() {
        return tokenFile
                .map(ServiceOptions::read)
                .or(() -> Optional.ofNullable(System.getenv(TOKEN)))
                .map(String::strip)
                .filter(token -> !token.isEmpty());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailure("the token file cannot be read: " + e);
        }
    }
}
