package dev.annals.log;

import dev.annals.log.GroupCommit.Written;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where facts are appended. An outcome other than a rejection is durable when it is given. A failed
 * {@code Uni} means that the outcome is not known: the same request, with the ids it had, may be
 * sent again and lands once.
 */
@Startup // its metrics are there before the first append
@ApplicationScoped
public class FactLog {

    private final Pool pool;
    private final Tails tails;
    private final AppendMeters meters;
    private final Notices notices;
    private final WaitingRoom room = new WaitingRoom();
    private final AtomicLong remembered = new AtomicLong();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    FactLog(Pool pool, Tails tails, MeterRegistry registry) {
        this.pool = pool;
        this.tails = tails;
        this.meters = new AppendMeters(registry);
        this.notices = new Notices(pool);
        AppendMeters.watch(lanes.values(), remembered, registry);
    }

    /**
     * @throws IllegalArgumentException if the request has no drafts
     */
    public Uni<AppendOutcome> append(AppendRequest request) {
        if (request.drafts().isEmpty()) {
            throw new IllegalArgumentException("nothing to append");
        }
        return lanes.computeIfAbsent(
                        request.timeline(),
                        _ -> new Lane(pool, room, remembered, meters, this::committed))
                .append(request)
                .invoke(outcome -> forgetIfUnknown(request.timeline(), outcome));
    }

    private void forgetIfUnknown(String timeline, AppendOutcome outcome) {
        if (outcome instanceof AppendOutcome.UnknownTimeline) {
            lanes.remove(timeline);
        }
    }

    /** Large timelines that nobody writes to make room for those that somebody does. */
    private void forgetWhatRests() {
        Iterator<Lane> resting = lanes.values().iterator();
        while (LaneMemory.isTooMuch(remembered) && resting.hasNext()) {
            resting.next().forgetIfIdle();
        }
    }

    private void committed(Written written) {
        meters.appended(written.rows().size());
        Head head = written.head().orElseThrow();
        tails.committed(
                head.timeline(),
                written.rows().stream()
                        .map(row -> new LogEntry(row.fact().position(), row.type(), row.json()))
                        .toList());
        notices.committed(head.timeline(), head.position());
        forgetWhatRests();
    }
}
