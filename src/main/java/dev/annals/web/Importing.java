package dev.annals.web;

import dev.annals.formats.FactFile;
import dev.annals.formats.UnreadableFileException;
import dev.annals.imports.Import;
import dev.annals.imports.SpoolFailure;
import dev.annals.imports.Tally;
import dev.annals.web.limit.Limit;
import dev.annals.web.limit.Refusals;
import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The imports that this node is running, each on a thread of its own: no more than a limit. */
@Startup
@ApplicationScoped
public class Importing {

    private final AtomicInteger running = new AtomicInteger();
    private final Refusals refusals;
    private final int most;

    Importing(
            MeterRegistry meters,
            Refusals refusals,
            @ConfigProperty(name = "annals.max-imports", defaultValue = "4") int most) {
        this.refusals = refusals;
        this.most = most;
        meters.gauge("annals.imports.running", running);
    }

    /** Begins to read a file; may block. */
    interface Opening {
        FactFile open() throws IOException;
    }

    /** Makes an import that tells its progress. */
    interface Preparing {
        Import tellingTo(Consumer<Tally> progress);
    }

    /**
     * How far an import has come. Who does not listen fast enough hears the latest.
     *
     * @param isEnd whether it has ended
     */
    record Step(Tally tally, boolean isEnd) {}

    /**
     * @throws dev.annals.web.problem.ProblemException if too many are running
     */
    void checkRoom() {
        if (running.get() >= most) {
            throw tooMany();
        }
    }

    private RuntimeException tooMany() {
        return refusals.problem(Limit.IMPORTS, "too many imports are running").exception();
    }

    /** An import that runs once it is subscribed to, to its end, whether anybody listens or not. */
    Multi<Step> run(Opening file, Preparing imported) {
        return Multi.createFrom()
                .emitter(
                        steps -> {
                            if (running.incrementAndGet() > most) {
                                running.decrementAndGet();
                                steps.fail(tooMany());
                                return;
                            }
                            Thread.ofVirtual()
                                    .name("annals-import")
                                    .start(() -> run(file, imported, steps));
                        },
                        BackPressureStrategy.LATEST);
    }

    /** What breaks off before it has begun is not what it should be. */
    private static FactFile opened(Opening opening) throws UnreadableFileException {
        try {
            return opening.open();
        } catch (SpoolFailure e) {
            Log.error("an import cannot be kept on the disk", e);
            throw Problem.of(ProblemType.UNAVAILABLE, e.getMessage()).exception();
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableFileException(
                    FactFile.Place.ofLine(1), "cannot be read: " + e.getMessage());
        }
    }

    private void run(Opening opening, Preparing imported, MultiEmitter<? super Step> steps) {
        try (FactFile file = opened(opening)) {
            Tally end = imported.tellingTo(tally -> steps.emit(new Step(tally, false))).run(file);
            steps.emit(new Step(end, true));
            steps.complete();
        } catch (IOException | RuntimeException | Error e) {
            steps.fail(e);
        } catch (InterruptedException e) {
            Log.debug("an import was interrupted", e);
            steps.fail(e);
        } finally {
            running.decrementAndGet();
        }
    }
}
