package dev.annals.log;

import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;

/** The failure of a commit to store a fact whose id the log holds already. */
final class TakenId {

    private static final String INDEX = "facts_by_id";

    private TakenId() {}

    static boolean is(Throwable failure) {
        return switch (failure) {
            case PgException e -> INDEX.equals(e.getConstraint());
            case CompositeException e -> e.getCauses().stream().anyMatch(TakenId::is);
            default -> false;
        };
    }
}
