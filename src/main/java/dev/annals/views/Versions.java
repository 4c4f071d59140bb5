package dev.annals.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that one transaction adds to a view and closes in it. A row that is added and closed at
 * the same position was never to be seen and is left out.
 */
final class Versions<K, V> {

    private final Map<K, Version<K, V>> open = new LinkedHashMap<>();
    private final List<Version<K, V>> closed = new ArrayList<>();
    private final List<Version.Closing<K>> closings = new ArrayList<>();

    /** From this position on, {@code after} stands where {@code before} stood. */
    void replace(K key, Optional<V> before, Optional<V> after, long position) {
        if (before.equals(after)) {
            return;
        }
        before.ifPresent(_ -> close(key, position));
        after.ifPresent(value -> open.put(key, new Version<>(key, value, position, Version.STILL)));
    }

    private void close(K key, long position) {
        Version<K, V> own = open.remove(key);
        if (own == null) {
            closings.add(new Version.Closing<>(key, position));
        } else if (own.knownFrom() < position) {
            closed.add(own.closedAt(position));
        }
    }

    List<Version<K, V>> added() {
        List<Version<K, V>> added = new ArrayList<>(closed);
        added.addAll(open.values());
        return added;
    }

    List<Version.Closing<K>> closings() {
        return closings;
    }
}
