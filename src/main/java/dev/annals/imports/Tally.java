package dev.annals.imports;

import dev.annals.formats.UnreadableFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far an import has come. What it counts as appended is durable.
 *
 * @param lines that have been read and dealt with; of a document, its elements
 * @param appended facts that the timeline did not hold before
 * @param duplicates facts that it held already, or that the file holds twice
 * @param rejected what could not be appended
 * @param rejections the first {@value #MOST_REJECTIONS} of them, in order
 * @param leftOut what the file holds and facts cannot say, by name, with how often it was met
 * @param stopped why the import ended before the file did
 */
public record Tally(
        long lines,
        long appended,
        long duplicates,
        long rejected,
        List<Rejection> rejections,
        Map<String, Long> leftOut,
        Optional<Rejection> stopped) {

    public static final int MOST_REJECTIONS = 100;

    static final Tally NOTHING = new Tally(0, 0, 0, 0, List.of(), Map.of(), Optional.empty());

    /** The same, ended before the file did. */
    Tally stoppedBy(Rejection reason) {
        return new Tally(
                lines, appended, duplicates, rejected, rejections, leftOut, Optional.of(reason));
    }

    /** Of a file that is not what its format says, so that nothing of it was appended. */
    public static Tally unreadable(UnreadableFileException e) {
        Rejection rejection = new Rejection(e.place(), e.getMessage());
        return new Tally(
                e.place().line(), 0, 0, 1, List.of(rejection), Map.of(), Optional.of(rejection));
    }
}
