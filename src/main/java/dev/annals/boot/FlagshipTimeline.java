package dev.annals.boot;

import dev.annals.log.AppendOutcome;
import dev.annals.log.AppendOutcome.Appended;
import dev.annals.log.AppendRequest;
import dev.annals.log.FactLog;
import dev.annals.log.Timeline;
import dev.annals.log.Timelines;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives a database that holds no timeline the one that comes with the service, before the service
 * answers. The facts have fixed ids: a start that was cut short is made up for by the next, and
 * nodes that start at once append them once.
 */
@ApplicationScoped
public class FlagshipTimeline {

    static final String ID = "soviet-union-1953-1964";
    static final String EXAMPLE = "/timelines/" + ID + "/state?on=1958-03-28";

    private static final String TITLE = "The Soviet Union, 1953–1964";
    private static final String DESCRIPTION =
            "Who held which office, where bodies lay and what places were called, from Stalin's death to"
                    + " Khrushchev's fall.";
    private static final String RECORDED_BY = "annals";
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private final Pool pool;
    private final Timelines timelines;
    private final FactLog log;
    private final boolean isWanted;

    FlagshipTimeline(
            Pool pool,
            Timelines timelines,
            FactLog log,
            @ConfigProperty(name = "annals.flagship", defaultValue = "true") boolean isWanted) {
        this.pool = pool;
        this.timelines = timelines;
        this.log = log;
        this.isWanted = isWanted;
    }

    /** Blocks: the service opens its port, and so is ready, only after this. */
    void fillIn(@Observes StartupEvent event) {
        if (isWanted && isAlone() && isEmpty()) {
            await(timelines.open(ID, TITLE, Optional.of(DESCRIPTION)));
            AppendOutcome outcome = await(log.append(facts()));
            if (!(outcome instanceof Appended appended)) {
                throw new IllegalStateException("the facts of " + ID + " were refused: " + outcome);
            }
            Log.infof("opened the timeline %s with %d facts", ID, appended.head());
        }
    }

    private static AppendRequest facts() {
        return new AppendRequest(ID, RECORDED_BY, ShippedFacts.of(ID), Optional.empty(), 0);
    }

    private boolean isAlone() {
        return await(
                pool.preparedQuery("select not exists (select from timelines where id <> $1)")
                        .execute(Tuple.of(ID))
                        .map(rows -> rows.iterator().next().getBoolean(0)));
    }

    private boolean isEmpty() {
        Optional<Timeline> found = await(timelines.find(ID));
        return found.isEmpty() || found.get().head() == 0;
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(AT_MOST);
    }
}
