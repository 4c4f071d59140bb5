package dev.annals.boot;

import dev.annals.cli.HelpOption;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The command that starts the service. Settles what it needs before it can be configured: a
 * database and a write token. Neither has a default that is the same anywhere else, so what is not
 * given is made and kept in the data folder.
 */
@RegisterForReflection
@Command(name = "serve", description = "Starts the service.")
final class Serving implements Callable<Integer> {

    @Mixin private HelpOption help;

    private static Optional<KeptSecret> madeToken = Optional.empty();

    @Override
    public Integer call() {
        try {
            checkPort();
            OwnDatabase.settle();
            settleToken();
        } catch (BootFailure e) {
            StartFailure.tell(e.getMessage());
            return StartFailure.EXIT_CODE;
        }
        Quarkus.run(Announcement.class, StartFailure::handle);
        return 0;
    }

    /** The token to be shown, if the operator has set none. */
    static Optional<KeptSecret> madeToken() {
        return madeToken;
    }

    /** Checked first, so that a slip of the pen is told before a database has been started. */
    private static void checkPort() {
        Optional<String> port = Setting.PORT.find();
        if (port.isPresent() && !port.get().strip().matches("\\d{1,5}")) {
            throw new BootFailure(
                    "QUARKUS_HTTP_PORT must be a number, found \"" + port.get() + "\"");
        }
    }

    private static void settleToken() {
        if (Setting.WRITE_TOKENS.find().isEmpty()) {
            DataFolder data = DataFolder.settle(DataFolder.configured());
            KeptSecret token = KeptSecret.readOrMake(data.resolve("write-token"));
            Setting.WRITE_TOKENS.settle("local=" + token.value());
            madeToken = Optional.of(token);
        }
    }
}
