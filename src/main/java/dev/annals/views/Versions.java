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
    private final Map<K, V> ended = new LinkedHashMap<>();

    /** From this position on, {@code after} stands where {@code before} stood. */
    void replace(K key, Optional<V> before, Optional<V> after, long position) {
        if (before.equals(after)) {
            return;
        }
        before.ifPresent(value -> close(key, value, position));
        after.ifPresent(value -> open.put(key, new Version<>(key, value, position, Version.STILL)));
    }

    private void close(K key, V value, long position) {
        Version<K, V> own = open.remove(key);
        if (own == null) {
            closings.add(new Version.Closing<>(key, position));
            ended.put(key, value);
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

    /** What stood before all changes and stands after them, of each key where that differs. */
    List<Replacement<V>> replacements() {
        List<Replacement<V>> replacements = new ArrayList<>();
        ended.forEach((key, value) -> replacements.add(replacement(key, Optional.of(value))));
        open.keySet().stream()
                .filter(key -> !ended.containsKey(key))
                .forEach(key -> replacements.add(replacement(key, Optional.empty())));
        replacements.removeIf(r -> r.before().equals(r.after()));
        return replacements;
    }

    private Replacement<V> replacement(K key, Optional<V> before) {
        return new Replacement<>(before, Optional.ofNullable(open.get(key)).map(Version::value));
    }
}
