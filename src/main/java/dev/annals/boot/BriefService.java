package dev.annals.boot;

import dev.annals.cli.Access;
import dev.annals.cli.OwnService;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * A service that lives as long as a command needs it: a node like any other on the database, that
 * listens on a port of its own and knows one token, made for it.
 */
final class BriefService implements OwnService {

    private static final Pattern NAME =
            Pattern.compile("[\\w.-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private static ToIntFunction<URI> work = _ -> Commands.IMPOSSIBLE;
    private static RuntimeException failure;

    @Override
    public int use(String name, ToIntFunction<Access> wanted) {
        if (!NAME.matcher(name).matches()) {
            throw new BootFailure(
                    "--as needs letters, digits, dots, dashes or underscores, found " + name);
        }
        settleDatabase();
        String token = KeptSecret.random();
        Setting.WRITE_TOKENS.settle(name + "=" + token);
        Setting.PORT.settle("0");
        System.setProperty("quarkus.http.host", "127.0.0.1");
        System.setProperty("quarkus.log.console.stderr", "true");
        System.setProperty("quarkus.log.level", "WARN");
        System.setProperty("quarkus.shutdown.delay-enabled", "false");
        work = address -> wanted.applyAsInt(new Access(address, Optional.of(token)));
        int[] exitCode = {Commands.IMPOSSIBLE};
        Quarkus.run(
                Working.class,
                (code, notStarted) -> {
                    exitCode[0] = code;
                    if (notStarted != null) {
                        StartFailure.handle(Commands.IMPOSSIBLE, notStarted);
                    }
                });
        if (failure != null) {
            throw failure;
        }
        return exitCode[0];
    }

    /** A service that runs on the folder shares its database; else this process serves it. */
    private static void settleDatabase() {
        if (Setting.DATABASE_URL.find().isEmpty()) {
            DataFolder data = DataFolder.settle(DataFolder.configured());
            OwnDatabase.served(data).ifPresent(Setting.DATABASE_URL::settle);
        }
        OwnDatabase.settle();
    }

    /** Does the work while the service runs. */
    @Singleton
    @Unremovable
    public static class Working implements QuarkusApplication {
        @Override
        public int run(String... args) {
            try {
                return work.applyAsInt(Announcement.address());
            } catch (RuntimeException e) {
                failure = e;
                return Commands.IMPOSSIBLE;
            }
        }
    }
}
