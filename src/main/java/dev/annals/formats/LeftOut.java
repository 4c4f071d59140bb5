package dev.annals.formats;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What cannot be carried from one form into another, counted by name. */
public final class LeftOut {

    /** A file can make up names without end. */
    private static final int MOST_NAMES = 1_000;

    private static final String OTHERS = "others";

    private final Map<String, Long> counts = new TreeMap<>();

    /** Counts one more of these; beyond a thousand names, as one of the others. */
    public void add(String name) {
        boolean isCounted = counts.size() < MOST_NAMES || counts.containsKey(name);
        counts.merge(isCounted ? name : OTHERS, 1L, Long::sum);
    }

    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Such as {@code offices/place: 2, people/sameAs: 14}; empty if there is nothing. */
    public String inWords() {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + ": " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    /** An object with a number for each name. */
    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            out.writeNumberField(count.getKey(), count.getValue());
        }
        out.writeEndObject();
    }
}
