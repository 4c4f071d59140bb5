package dev.annals.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settles what the service needs before it can be configured: a database and a write token. Neither
 * has a default that is the same anywhere else, so what is not given is made and kept in the data
 * folder.
 */
@QuarkusMain
public final class Main {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Held until the process ends. */
    private static Optional<FolderLock> folderLock = Optional.empty();

    private static Optional<KeptSecret> madeToken = Optional.empty();

    /** Left to the HTTP layer, an address that cannot be decoded is refused with an empty body. */
    private static final String LEAVE_ADDRESSES_TO_US = "vertx.disableURIValidation";

    /** Lets {@code web.wire} watch over connections from their first byte. */
    private static final String LOAD_NETTY_EXTENSIONS = "io.netty.bootstrap.extensions";

    private Main() {}

    public static void main(String... args) {
        Optional<Command> command = Command.of(List.of(args));
        if (command.isEmpty()) {
            StartFailure.tell("no command is called \"" + args[0] + "\"");
            System.err.print(Command.usage());
            System.exit(Command.MISUSED);
        }
        switch (command.get()) {
            case SERVE -> serve(args);
            case VERIFY -> System.exit(Verification.run(rest(args)));
            case REBUILD -> System.exit(Rebuilding.run(rest(args)));
            case HELP -> System.out.print(Command.usage());
        }
    }

    private static List<String> rest(String... args) {
        return List.of(args).subList(1, args.length);
    }

    private static void serve(String... args) {
        try {
            checkPort();
            settleDatabase();
            settleToken();
        } catch (BootFailure e) {
            StartFailure.tell(e.getMessage());
            System.exit(StartFailure.EXIT_CODE);
        }
        System.setProperty(LEAVE_ADDRESSES_TO_US, "true");
        System.setProperty(LOAD_NETTY_EXTENSIONS, "serviceload");
        Quarkus.run(Announcement.class, StartFailure::handle, args);
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

    private static void settleDatabase() {
        Optional<String> given = Setting.DATABASE_URL.find();
        if (given.isPresent()) {
            new DatabaseCheck(parse(given.get()), PATIENCE).run();
        } else {
            DataFolder data = dataFolder();
            folderLock = Optional.of(FolderLock.take(data));
            Setting.DATABASE_URL.settle(EmbeddedDatabase.start(data));
        }
    }

    private static DatabaseUrl parse(String url) {
        try {
            return DatabaseUrl.parse(url);
        } catch (IllegalArgumentException e) {
            throw new BootFailure(e.getMessage());
        }
    }

    private static void settleToken() {
        if (Setting.WRITE_TOKENS.find().isEmpty()) {
            KeptSecret token = KeptSecret.readOrMake(dataFolder().resolve("write-token"));
            Setting.WRITE_TOKENS.settle("local=" + token.value());
            madeToken = Optional.of(token);
        }
    }

    private static DataFolder dataFolder() {
        return DataFolder.settle(DataFolder.configured());
    }
}
