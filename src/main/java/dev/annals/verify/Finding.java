package dev.annals.verify;

import java.util.Optional;

/**
 * The first thing that is wrong with a log.
 *
 * @param place where it was found: a line of a file, or the database
 * @param position of the fact that is wrong or missing
 * @param id of the fact, as far as it says one
 * @param message what is wrong, in words for whoever keeps the log
 */
public record Finding(
        Fault fault, String place, long position, Optional<String> id, String message) {

    static Finding at(long position, FoundFact fact, Fault fault, String message) {
        return new Finding(fault, fact.place(), position, fact.id(), message);
    }

    /** One line. */
    @Override
    public String toString() {
        String which = id.map(i -> " (fact " + i + ")").orElse("");
        return (place.isEmpty() ? "" : place + ", ")
                + "position "
                + position
                + which
                + ": "
                + message;
    }
}
