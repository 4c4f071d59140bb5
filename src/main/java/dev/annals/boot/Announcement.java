package dev.annals.boot;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.net.URI;

/**
 * Says where the service is once it answers: on the plain output, since the made token is no matter
 * for a log.
 */
@Singleton
@Unremovable
public class Announcement implements QuarkusApplication {

    @Override
    public int run(String... args) {
        announce(System.out);
        Quarkus.waitForExit();
        return 0;
    }

    private static void announce(PrintStream out) {
        String address = address().toString().replaceAll("/$", "");
        out.println("Annals answers at " + address);
        Serving.madeToken()
                .ifPresent(
                        token ->
                                out.println(
                                        "Write token (kept in "
                                                + token.file()
                                                + "): "
                                                + token.value()));
        out.println("Try: curl '" + address + FlagshipTimeline.EXAMPLE + "'");
        out.flush();
    }

    static URI address() {
        return Application.currentApplication()
                .getValueRegistry()
                .get(HttpServer.HTTP_SERVER)
                .getLocalBaseUri();
    }
}
