package dev.annals.boot;

import dev.annals.log.PassingTrouble;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the database answers. A connection that a restart of the database has killed is
 * noticed when it is used, so one failure is no answer yet.
 */
@Readiness
@ApplicationScoped
public class DatabaseReady implements AsyncHealthCheck {

    private static final String NAME = "database";
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Pool pool;

    DatabaseReady(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.query("select 1")
                .execute()
                .onFailure(PassingTrouble::is)
                .retry()
                .atMost(TRIES)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(_ -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }
}
