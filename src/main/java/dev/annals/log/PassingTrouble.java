package dev.annals.log;

import io.smallrye.mutiny.CompositeException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;

/** Failures of the database that may be gone at the next try. */
public final class PassingTrouble {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String IDLE_IN_TRANSACTION = "25P03";
    private static final String READ_ONLY = "25006";

    private PassingTrouble() {}

    public static boolean is(Throwable failure) {
        return switch (failure) {
            case PgException e -> isPassing(e.getSqlState());
            // What fails in a transaction after the first failure says only that it was late.
            case CompositeException e -> e.getCauses().stream().anyMatch(PassingTrouble::is);
            case IOException _, TimeoutException _ -> true;
            case UncheckedIOException _ -> false; // ours: what was read could not be understood
            case VertxException _ ->
                    true; // a closed connection, among them one closed while waiting
            case NoStackTraceThrowable _ -> true; // one that was closed just before its use
            default ->
                    failure.getCause() != null
                            && failure.getCause() != failure
                            && is(failure.getCause());
        };
    }

    /**
     * Connection lost or idle for too long in a transaction, not let in (while its password is
     * changed), rolled back by a conflict, short of resources, the server going down or up, or a
     * standby that cannot write yet, or no longer.
     */
    private static boolean isPassing(String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08")
                        || sqlState.startsWith("28")
                        || sqlState.startsWith("40")
                        || sqlState.startsWith("53")
                        || sqlState.startsWith("57P")
                        || sqlState.equals(LOCK_NOT_AVAILABLE)
                        || sqlState.equals(IDLE_IN_TRANSACTION)
                        || sqlState.equals(READ_ONLY));
    }
}
