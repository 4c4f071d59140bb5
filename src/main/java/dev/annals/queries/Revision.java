package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.views.SpanKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one more fact changed in the answer for a date.
 *
 * @param position of the fact
 * @param fact as it was recorded, as JSON
 * @param added spans that may cover the date since then
 * @param removed spans that may no more
 * @param changed spans that may before and after, but differently
 */
public record Revision(
        long position,
        Instant recordedAt,
        String fact,
        List<SpanRow> added,
        List<SpanRow> removed,
        List<Pair> changed) {

    /** A span as it was answered before and after the fact. */
    public record Pair(SpanRow before, SpanRow after) {}

    /** Whether the answers before and after it differ. */
    boolean isChange() {
        return !added.isEmpty() || !removed.isEmpty() || !changed.isEmpty();
    }

    private record Key(SpanKind kind, long openedBy, boolean before) {
        static Key of(SpanRow span) {
            return new Key(span.kind(), span.openedBy(), span.before());
        }
    }

    /** Gathers the rows that a position ends and begins. */
    static final class Builder {

        private final long position;
        private final Instant recordedAt;
        private final String fact;
        private final Map<Key, SpanRow> before = new LinkedHashMap<>();
        private final Map<Key, SpanRow> after = new LinkedHashMap<>();

        Builder(long position, Instant recordedAt, String fact) {
            this.position = position;
            this.recordedAt = recordedAt;
            this.fact = fact;
        }

        void add(SpanRow span, boolean isAfter) {
            (isAfter ? after : before).put(Key.of(span), span);
        }

        Revision build(Bounds on) {
            List<SpanRow> added = new ArrayList<>();
            List<SpanRow> removed = new ArrayList<>();
            List<Pair> changed = new ArrayList<>();
            before.forEach(
                    (key, span) -> {
                        SpanRow now = after.get(key);
                        if (now == null) {
                            removed.add(span);
                        } else if (!(span.isAnsweredAs(now) && span.on(on).equals(now.on(on)))) {
                            changed.add(new Pair(span, now));
                        }
                    });
            after.forEach(
                    (key, span) -> {
                        if (!before.containsKey(key)) {
                            added.add(span);
                        }
                    });
            return new Revision(position, recordedAt, fact, added, removed, changed);
        }
    }
}
