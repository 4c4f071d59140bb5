package dev.annals.web.limit;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Whether the service has been told to stop. From then on what it has taken on is finished, and
 * nothing new is.
 */
@ApplicationScoped
public class Stopping {

    private final List<Runnable> consequences = new CopyOnWriteArrayList<>();
    private volatile boolean isUnderWay;

    public boolean isUnderWay() {
        return isUnderWay;
    }

    /**
     * @param consequence run once, when the service begins to stop
     */
    public void then(Runnable consequence) {
        consequences.add(consequence);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        isUnderWay = true;
        consequences.forEach(Runnable::run);
    }
}
