package dev.annals.web.limit;

import dev.annals.web.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many bytes of bodies are in memory, of all requests together. Bytes count as they come, not
 * as they are announced: who announces much and sends nothing keeps nobody out.
 */
@Startup
@ApplicationScoped
public class BodyBytes {

    private static final int PART_OF_THE_HEAP = 16;

    private final AtomicLong heldBytes = new AtomicLong();
    private final long mostBytes;
    private final Refusals refusals;

    /**
     * @param mostBytes left out: a sixteenth of the heap, but room for two of the largest bodies
     */
    BodyBytes(
            MeterRegistry meters,
            Refusals refusals,
            @ConfigProperty(name = "annals.max-body-bytes", defaultValue = "10485760")
                    long largestBytes,
            @ConfigProperty(name = "annals.max-bodies-bytes") Optional<Long> mostBytes) {
        this.refusals = refusals;
        this.mostBytes =
                mostBytes.orElse(
                        Math.max(
                                2 * largestBytes,
                                Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP));
        meters.gauge("annals.bodies.bytes", heldBytes);
    }

    /** The bytes of one body. */
    public final class Held {
        private final AtomicLong own = new AtomicLong();

        private Held() {}

        /**
         * @return false if there is no room for so many more
         */
        public boolean add(int bytes) {
            if (heldBytes.addAndGet(bytes) > mostBytes) {
                heldBytes.addAndGet(-bytes);
                return false;
            }
            own.addAndGet(bytes);
            return true;
        }

        /** They are no longer in memory. */
        public void release() {
            heldBytes.addAndGet(-own.getAndSet(0));
        }
    }

    public Held none() {
        return new Held();
    }

    /** The answer to a body for which there is no room. */
    public Problem refusal() {
        return refusals.problem(Limit.BODIES, "too many bodies are being read");
    }
}
