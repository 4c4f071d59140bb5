package dev.annals.formats;

import dev.annals.domain.fact.Fact;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The facts that a file holds, one after the other, in as little memory as its format allows. Reads
 * when asked, and blocks meanwhile. Not thread-safe.
 */
public interface FactFile extends Closeable {

    /**
     * The next fact, or the next thing that should be one; empty at the end.
     *
     * @throws UnreadableFileException if the rest of the file cannot be made sense of
     * @throws IOException if the file breaks off
     */
    Optional<Found> next() throws IOException;

    /** How many lines, or elements of a document, have been read so far. */
    long lines();

    /** How much of the file has been read so far, to measure what is held of it in memory. */
    default long bytes() {
        return 0;
    }

    /**
     * What the file holds and facts cannot say, as far as read: a name for it, such as {@code
     * persons/contact_details}, and how often it was met. Empty for formats that hold only facts.
     */
    default Map<String, Long> leftOut() {
        return Map.of();
    }

    /** What stands at one place of a file. */
    sealed interface Found {
        Place place();
    }

    /**
     * A fact.
     *
     * @param id absent if the file gives it none
     */
    record Read(Place place, Optional<UUID> id, Fact fact) implements Found {}

    /**
     * Something that is no fact.
     *
     * @param reason what was expected, what was found
     */
    record Refused(Place place, String reason) implements Found {}

    /**
     * A place in a file.
     *
     * @param line 1 for the first
     * @param pointer RFC 6901, to an element of a file that is one JSON document
     */
    record Place(long line, Optional<String> pointer) {

        public static Place ofLine(long line) {
            return new Place(line, Optional.empty());
        }
    }
}
