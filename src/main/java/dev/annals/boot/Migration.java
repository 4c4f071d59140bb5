package dev.annals.boot;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the database to this release's schema before anything else asks it. A migration may have
 * to wait for a dump, or for somebody's open transaction, and whoever asks nodes of the older
 * release meanwhile waits behind it: so it gives up after two seconds ({@code
 * quarkus.flyway.init-sql}), lets them pass, and tries again. A schema of a newer release is taken
 * as it is.
 */
@ApplicationScoped
public class Migration {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Flyway flyway;

    Migration(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Blocks: the service opens its port, and so is ready, only after this. */
    void run(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE - 1) StartupEvent event) {
        while (!hasMigrated()) {
            Log.warn("somebody holds what is to be migrated; trying again until it is let go");
            pause();
        }
    }

    private boolean hasMigrated() {
        try {
            flyway.migrate();
            return true;
        } catch (FlywayException e) {
            if (isHeldUp(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isHeldUp(Throwable failure) {
        return failure != null
                && (failure instanceof SQLException e && LOCK_NOT_AVAILABLE.equals(e.getSQLState())
                        || isHeldUp(failure.getCause()));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            throw new BootFailure("interrupted while waiting for what is to be migrated");
        }
    }
}
