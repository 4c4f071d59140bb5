package dev.annals.boot;

import dev.annals.cli.HelpOption;
import dev.annals.log.Primary;
import dev.annals.log.Rebuild;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgConnectOptions;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that makes the views anew from the log, while services on the database go on. */
@RegisterForReflection
@Command(
        name = "rebuild",
        description = "Makes the views anew from the log while services go on.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the views are those of the log",
            "1:a check found others",
            "2:it could not be done"
        })
final class Rebuilding implements Callable<Integer> {

    @Mixin private HelpOption help;

    private static final int DONE = 0;
    private static final int DIFFERENT = 1;
    private static final long TELL_EVERY_NANOS = 1_000_000_000;

    @Option(names = "--check", description = "Only compare them, row for row.")
    private boolean isCheck;

    private long toldNanos = System.nanoTime() - TELL_EVERY_NANOS;

    @Override
    public Integer call() {
        try {
            return run(CommandDatabase.find());
        } catch (BootFailure e) {
            StartFailure.tell(e.getMessage());
        } catch (CompletionException e) {
            StartFailure.tell("cannot be rebuilt: " + e.getCause().getMessage());
        } catch (VertxException | IllegalStateException e) {
            StartFailure.tell("cannot be rebuilt: " + e.getMessage());
        }
        return Commands.IMPOSSIBLE;
    }

    private int run(DatabaseUrl url) {
        System.out.println("database " + url.shown());
        if (ImageMode.current() == ImageMode.JVM) {
            System.setProperty("io.netty.noUnsafe", "true"); // of which the JVM would warn
        }
        System.clearProperty(Main.LOAD_NETTY_EXTENSIONS); // a comparison may be silent for long
        Vertx vertx = Vertx.vertx();
        try (Rebuild rebuild =
                Rebuild.on(vertx, primary(vertx, url), this::tell)
                        .orElseThrow(() -> new BootFailure("another rebuild is under way"))) {
            return isCheck ? check(rebuild) : swap(rebuild);
        } finally {
            vertx.close();
        }
    }

    private static PgConnectOptions primary(Vertx vertx, DatabaseUrl url) {
        Primary primary = new Primary();
        primary.among(
                Arrays.stream(url.reactive().split(","))
                        .map(PgConnectOptions::fromUri)
                        .map(server -> server.setUser(url.user()).setPassword(url.password()))
                        .map(Sessions::ofOwner)
                        .toList());
        return primary.find(vertx).toCompletionStage().toCompletableFuture().join();
    }

    private static int swap(Rebuild rebuild) {
        rebuild.swap();
        System.out.println("the views are those of the log now");
        return DONE;
    }

    private static int check(Rebuild rebuild) {
        boolean[] isSame = {true};
        rebuild.check()
                .forEach(
                        (view, difference) -> {
                            isSame[0] &= difference.isNone();
                            System.out.printf(
                                    "%s: %d rows only in use, %d only by the log%n",
                                    view, difference.onlyInUse(), difference.onlyRebuilt());
                        });
        System.out.println(isSame[0] ? "the views are those of the log" : "DIFFERENT");
        return isSame[0] ? DONE : DIFFERENT;
    }

    private void tell(Rebuild.Progress progress) {
        boolean isEnd = progress.position() == progress.head();
        if (isEnd || System.nanoTime() - toldNanos >= TELL_EVERY_NANOS) {
            System.out.printf(
                    "%s: %d of %d facts folded%n",
                    progress.timeline(), progress.position(), progress.head());
            toldNanos = System.nanoTime();
        }
    }
}
