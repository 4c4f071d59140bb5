package dev.annals.imports;

import dev.annals.formats.FactFile.Place;
import dev.annals.log.Draft;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a file that is appended together.
 *
 * @param drafts whose pointers are {@code /0}, {@code /1} … in this batch
 * @param places where each of them stands
 * @param rejections what was no fact, in between
 * @param lines how far it reaches
 * @param bytes of the file, a measure of the memory that it holds
 * @param stop why nothing after it is read
 * @param isLast whether the file ends, or is left, after it
 */
record Batch(
        List<Draft> drafts,
        List<Place> places,
        List<Rejection> rejections,
        long lines,
        long bytes,
        Optional<Rejection> stop,
        boolean isLast) {}
