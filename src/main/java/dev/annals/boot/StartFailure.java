package dev.annals.boot;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import org.jboss.logging.Logger;

/** How the process ends: quietly, or with a line that says what the operator can do. */
final class StartFailure {

    static final int EXIT_CODE = 1;

    private static final Logger LOG = Logger.getLogger(StartFailure.class);

    private StartFailure() {}

    static void tell(String message) {
        System.err.println("annals: " + message.strip().replaceAll("\\s*\\R\\s*", "; "));
        System.err.flush();
    }

    /**
     * @param failure null unless the service failed to start
     */
    static void handle(int exitCode, Throwable failure) {
        if (failure != null) {
            tell(failure);
        }
        System.exit(exitCode);
    }

    private static void tell(Throwable failure) {
        Throwable cause = root(failure);
        switch (cause) {
            case QuarkusBindException taken ->
                    tell(
                            "cannot listen on "
                                    + taken.getHost()
                                    + ":"
                                    + taken.getPort()
                                    + ", which another process may be using; set QUARKUS_HTTP_PORT to another port");
            case BootFailure mendable -> tell(mendable.getMessage());
            case ConfigurationException malformed -> tell(malformed.getMessage());
            case ConfigValidationException malformed -> tell(malformed.getMessage());
            case IllegalArgumentException malformed when namesSetting(malformed) ->
                    tell(malformed.getMessage());
            default -> {
                LOG.error("did not start", failure);
                tell("did not start: " + cause);
            }
        }
    }

    private static boolean namesSetting(IllegalArgumentException malformed) {
        return malformed.getMessage() != null && malformed.getMessage().startsWith("ANNALS_");
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
