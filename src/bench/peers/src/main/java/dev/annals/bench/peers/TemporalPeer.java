package dev.annals.bench.peers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A store that answers for any date as known at any moment, used as its documentation does. */
interface TemporalPeer {

    void load(List<Tenure> tenures) throws Exception;

    /** Who held an office on a day, as known now, by a query of the peer. */
    @FunctionalInterface
    interface Asking {
        Collection<?> holders(String office, LocalDate on) throws Exception;
    }

    /** The ways to ask, by name. */
    Map<String, Asking> ways();

    /**
     * The holders of all offices on a day.
     *
     * @return how many
     */
    int state(LocalDate on) throws Exception;
}
