package dev.annals.domain.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Immutable lists kept in an order that tells all elements apart. Made for many short ones: each
 * takes little more memory than its elements.
 */
public final class InOrder {

    private InOrder() {}

    /** The list with one element more; unchanged if the element is there already. */
    public static <T> List<T> with(List<T> sorted, T element, Comparator<? super T> order) {
        int index = Collections.binarySearch(sorted, element, order);
        if (index >= 0) {
            return sorted;
        }
        List<T> longer = new ArrayList<>(sorted.size() + 1);
        longer.addAll(sorted);
        longer.add(-index - 1, element);
        return List.copyOf(longer);
    }

    /** The list without an element; unchanged if it is not there. */
    public static <T> List<T> without(List<T> sorted, T element, Comparator<? super T> order) {
        int index = Collections.binarySearch(sorted, element, order);
        if (index < 0) {
            return sorted;
        }
        List<T> shorter = new ArrayList<>(sorted);
        shorter.remove(index);
        return List.copyOf(shorter);
    }
}
