package dev.annals.web.stream;

import dev.annals.web.limit.Limit;
import dev.annals.web.limit.Refusals;
import dev.annals.web.limit.Stopping;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The streams that this node is writing: no more than a limit, none to a client that does not read,
 * and when the service stops, those of events end.
 */
@Startup
@ApplicationScoped
public class OpenStreams {

    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Duration STOPPING_PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Set<PieceByPiece> open = ConcurrentHashMap.newKeySet();
    private final Refusals refusals;
    private final Stopping stopping;
    private final int most;
    private final Duration patience;

    OpenStreams(
            Vertx vertx,
            MeterRegistry meters,
            Refusals refusals,
            Stopping stopping,
            @ConfigProperty(name = "annals.max-streams", defaultValue = "8000") int most,
            @ConfigProperty(name = "annals.stream-write-timeout", defaultValue = "60S")
                    Duration patience) {
        this.refusals = refusals;
        this.stopping = stopping;
        this.most = most;
        this.patience = patience;
        meters.gaugeCollectionSize("annals.streams.open", Tags.empty(), open);
        vertx.setPeriodic(LOOK_EVERY_MILLIS, _ -> look());
        stopping.then(() -> open.forEach(PieceByPiece::endEvents));
    }

    /**
     * Lets a stream begin.
     *
     * @throws dev.annals.web.problem.ProblemException if there are too many
     */
    public void checkRoom() {
        if (open.size() >= most) {
            throw refusals.problem(Limit.STREAMS, "too many streams are open").exception();
        }
    }

    PieceByPiece open(ByteStream stream, HttpServerResponse response, Runnable afterwards) {
        PieceByPiece[] opened = new PieceByPiece[1];
        boolean hasEvents = stream instanceof ByteStream.Events;
        PieceByPiece writing =
                new PieceByPiece(
                        response,
                        hasEvents,
                        () -> {
                            open.remove(opened[0]);
                            afterwards.run();
                        });
        opened[0] = writing;
        open.add(writing);
        return writing;
    }

    private void look() {
        long nowNanos = System.nanoTime();
        open.forEach(stream -> look(stream, nowNanos));
    }

    private void look(PieceByPiece stream, long nowNanos) {
        if (stream.stuckNanos(nowNanos) > patience(stream).toNanos()) {
            Log.debug("a client has stopped reading");
            stream.breakOff();
        } else if (stopping.isUnderWay()) {
            stream.endEvents();
        } else {
            stream.keepAlive(nowNanos, QUIET.toNanos());
        }
    }

    private Duration patience(PieceByPiece stream) {
        return stopping.isUnderWay() && stream.hasEvents() ? STOPPING_PATIENCE : patience;
    }
}
