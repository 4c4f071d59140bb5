package dev.annals.formats;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a file holds and facts cannot say, counted by name. */
public final class LeftOut {

    private final Map<String, Long> counts = new TreeMap<>();

    /** Counts one more of these. */
    public void add(String name) {
        counts.merge(name, 1L, Long::sum);
    }

    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }
}
