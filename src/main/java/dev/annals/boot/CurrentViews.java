package dev.annals.boot;

import dev.annals.log.Primary;
import dev.annals.log.Rebuild;
import dev.annals.views.Views;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Optional;

/**
 * Rebuilds the views before the service answers, if they follow older rules than this release's.
 * Nodes of the older release go on answering and appending meanwhile; then they may only answer.
 */
@ApplicationScoped
public class CurrentViews {

    private static final Duration AT_MOST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Vertx vertx;
    private final Pool pool;
    private final Primary primary;

    CurrentViews(Vertx vertx, Pool pool, Primary primary) {
        this.vertx = vertx;
        this.pool = pool;
        this.primary = primary;
    }

    /** Blocks: the service opens its port, and so is ready, only after this. */
    void settle(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        while (rules() < Views.RULES) {
            Log.infof(
                    "the views follow rules %d; rebuilding them by rules %d", rules(), Views.RULES);
            if (!rebuild()) {
                pause();
            }
        }
    }

    private int rules() {
        return pool.query("select version from rules where is_only")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0))
                .await()
                .atMost(AT_MOST);
    }

    /**
     * @return false if another node is at it
     */
    private boolean rebuild() {
        var database = primary.find(vertx).toCompletionStage().toCompletableFuture().join();
        Optional<Rebuild> free = Rebuild.on(vertx, Sessions.ofOwner(database), CurrentViews::tell);
        free.ifPresent(
                rebuild -> {
                    try (rebuild) {
                        rebuild.swap();
                    }
                });
        return free.isPresent();
    }

    private static void tell(Rebuild.Progress progress) {
        Log.infof(
                "rebuilt %s up to %d of %d",
                progress.timeline(), progress.position(), progress.head());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            throw new BootFailure("interrupted while another node rebuilds the views");
        }
    }
}
