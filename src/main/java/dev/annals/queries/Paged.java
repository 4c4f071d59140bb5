package dev.annals.queries;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A stretch of rows in their order, as far as one reading goes.
 *
 * @param isLast whether nothing comes after it
 */
record Paged<T>(List<T> rows, boolean isLast) {

    /** The bytes after which a page ends; its last row may go beyond. */
    static final int BYTES = 1 << 20;

    /**
     * All rows, read page by page as they are asked for.
     *
     * @param first the place before all rows
     * @param page reads what comes after a place
     * @param place of a row
     */
    static <T, P> Multi<List<T>> all(
            P first, Function<P, Uni<Paged<T>>> page, Function<T, P> place) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(first),
                        reached ->
                                page.apply(reached.get())
                                        .invoke(read -> read.reach(reached, place)))
                .whilst(read -> !read.isLast)
                .map(Paged::rows);
    }

    private <P> void reach(AtomicReference<P> reached, Function<T, P> place) {
        if (!rows.isEmpty()) {
            reached.set(place.apply(rows.getLast()));
        }
    }
}
