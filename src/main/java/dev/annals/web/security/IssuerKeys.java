package dev.annals.web.security;

import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jose4j.jws.JsonWebSignature;

/**
 * Fetches the issuer's keys when they are needed, and keeps them. Tokens of unknown keys make it
 * look again, but not more often than once in {@link #PAUSE}, and never twice at once, so that
 * nobody can turn this service against the server that has the keys.
 */
final class IssuerKeys {

    /** So long keys are used without looking whether there are others. */
    static final Duration FRESH = Duration.ofMinutes(5);

    /** So long keys are used while their server does not answer. */
    static final Duration USABLE = Duration.ofHours(1);

    /** From the begin of one attempt to the next, at least. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final Uni<PublicKeys> source;
    private final LongSupplier nanoTime;

    /** All below guarded by this. */
    private Known known;

    private Attempt last;

    /** Keys and when they came. */
    private record Known(PublicKeys keys, long atNanos) {}

    /** When the last attempt began and what it gives. */
    private record Attempt(Uni<PublicKeys> outcome, long atNanos) {}

    IssuerKeys(Uni<PublicKeys> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    /**
     * Those that may have signed the token; none if the issuer has no such key.
     *
     * <p>Fails with the problem {@code unavailable} if it cannot be told.
     */
    synchronized Uni<List<PublicKey>> fitting(JsonWebSignature token) {
        List<PublicKey> fitting =
                isYoungerThan(USABLE) ? known.keys().fitting(token) : List.<PublicKey>of();
        if (fitting.isEmpty()) {
            return attempt().map(keys -> keys.fitting(token));
        }
        if (!isYoungerThan(FRESH)) {
            attempt().subscribe().with(_ -> {}, _ -> {});
        }
        return Uni.createFrom().item(fitting);
    }

    private boolean isYoungerThan(Duration age) {
        return known != null && nanoTime.getAsLong() - known.atNanos() < age.toNanos();
    }

    private Uni<PublicKeys> attempt() {
        long now = nanoTime.getAsLong();
        if (last == null || now - last.atNanos() >= PAUSE.toNanos()) {
            last = new Attempt(fetched().memoize().indefinitely(), now);
        }
        return last.outcome();
    }

    private Uni<PublicKeys> fetched() {
        return source.invoke(this::keep)
                .onFailure()
                .invoke(e -> Log.warnf("no keys of the JWT issuer: %s", e.toString()))
                .onFailure()
                .transform(
                        _ ->
                                Problem.of(
                                                ProblemType.UNAVAILABLE,
                                                "the keys of the tokens' issuer cannot be fetched")
                                        .exception());
    }

    private synchronized void keep(PublicKeys keys) {
        known = new Known(keys, nanoTime.getAsLong());
    }
}
