package dev.annals.views;

import dev.annals.domain.span.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The spans that one change may alter: folded before it, and folded again after it. */
final class SpanChange {

    private final Map<Object, Supplier<List<? extends Span>>> folds = new LinkedHashMap<>();
    private final Map<SpanKey, Span> before = new HashMap<>();
    private final Map<Object, List<? extends Span>> latest;

    /**
     * @param latest what folds gave last: still so, unless a change since then was to alter it. It
     *     is kept up to date here
     */
    SpanChange(Map<Object, List<? extends Span>> latest) {
        this.latest = latest;
    }

    /**
     * Folds some spans as they are before the change; a fold that is here already stays as it was.
     *
     * @param fold what tells this fold from others
     */
    void mayAlter(Object fold, Supplier<List<? extends Span>> spans) {
        if (folds.putIfAbsent(fold, spans) == null) {
            latest.computeIfAbsent(fold, _ -> spans.get())
                    .forEach(span -> before.put(SpanKey.of(span), span));
        }
    }

    /** Folds all of them again, and notes what differs from this position on. */
    void noteIn(Versions<SpanKey, Span> versions, long position) {
        folds.forEach((fold, spans) -> latest.put(fold, spans.get()));
        for (Object fold : folds.keySet()) {
            for (Span span : latest.get(fold)) {
                SpanKey key = SpanKey.of(span);
                versions.replace(
                        key, Optional.ofNullable(before.remove(key)), Optional.of(span), position);
            }
        }
        before.forEach(
                (key, gone) ->
                        versions.replace(key, Optional.of(gone), Optional.empty(), position));
    }
}
