package dev.annals.views;

import dev.annals.domain.span.Span;

/** What tells apart the spans of a timeline as known at one position. */
record SpanKey(long openedBy, SpanKind kind, boolean before) {

    static SpanKey of(Span span) {
        return new SpanKey(span.openedBy(), SpanKind.of(span), span.isBefore());
    }
}
